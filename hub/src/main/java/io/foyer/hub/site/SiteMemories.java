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
        return journal.fingerprints(ids)
                .compose(before -> register(edited(all, before), now))
                .compose(done -> journal.load(ids, now));
    }

    /** The sites with another file than at their last registration. */
    private static List<SiteSetup> edited(List<SiteSetup> all, Map<String, String> before) {
        return all.stream()
                .filter(one -> !one.content()
                        .fingerprint()
                        .equals(before.get(one.definition().site())))
                .toList();
    }

    private Future<Void> register(List<SiteSetup> edited, Instant now) {
        if (edited.isEmpty()) {
            return Future.succeededFuture();
        }
        return journal.registered(
                        edited.stream().map(one -> one.definition().site()).toList())
                .compose(before -> journal.register(
                        edited.stream()
                                .map(one -> new SiteFileChange(
                                        one,
                                        SiteDifference.sinceThen(
                                                before.getOrDefault(
                                                        one.definition().site(), Map.of()),
                                                one)))
                                .toList(),
                        now,
                        "start"));
    }
}
