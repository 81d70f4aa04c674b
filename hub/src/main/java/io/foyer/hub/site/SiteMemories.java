package io.foyer.hub.site;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads the memory of sites from before a start, after the registry agrees with their files. */
record SiteMemories(Journal journal) {

    /** By site. */
    Future<Map<String, SiteMemory>> of(List<SiteSetup> all, Instant now) {
        List<String> ids = all.stream().map(one -> one.definition().site()).toList();
        return journal.registered(ids)
                .compose(before -> journal.register(changed(all, before), now, "start"))
                .compose(done -> journal.load(ids, now));
    }

    private static List<SiteFileChange> changed(List<SiteSetup> all, Map<String, Map<String, String>> before) {
        return all.stream()
                .map(one -> new SiteFileChange(
                        one,
                        SiteDifference.sinceThen(
                                before.getOrDefault(one.definition().site(), Map.of()), one)))
                .filter(change -> !change.difference().isEmpty())
                .toList();
    }
}
