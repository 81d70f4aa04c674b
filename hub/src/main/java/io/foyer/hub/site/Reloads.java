package io.foyer.hub.site;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Applies the changes of the site files. One reload runs after another. */
final class Reloads {
    private final EventLoop loop;
    private final Supplier<List<SiteSetup>> files;
    private final DeviceRoster roster;
    private final Sites sites;
    private final ReloadTurnstile<List<String>> turnstile;

    Reloads(EventLoop loop, Supplier<List<SiteSetup>> files, DeviceRoster roster, Sites sites) {
        this.loop = loop;
        this.files = files;
        this.roster = roster;
        this.sites = sites;
        this.turnstile = new ReloadTurnstile<>(loop.context());
    }

    /** No reload begins before this work is done. */
    void occupy(Future<?> start) {
        turnstile.occupy(start);
    }

    /** As {@link SiteDirectory#reload} promises. */
    Future<List<String>> reload(String actor) {
        return loop.call(() ->
                turnstile.pass(() -> loop.blocking(files::get).compose(fresh -> loop.call(() -> apply(fresh, actor)))));
    }

    private Future<List<String>> apply(List<SiteSetup> fresh, String actor) {
        roster.refuseMissing(fresh);
        List<String> told = new ArrayList<>();
        List<SiteSetup> added = new ArrayList<>();
        Future<Void> applied = Future.succeededFuture();
        for (SiteSetup one : fresh) {
            SiteSetup before = roster.of(one.definition().site()).orElse(null);
            if (before == null) {
                told.add("+ site " + one.definition().site());
                added.add(one);
                continue;
            }
            if (one.content().fingerprint().equals(before.content().fingerprint())) {
                continue;
            }
            SiteDifference difference = SiteDifference.between(before.parts(), one.parts());
            told.addAll(difference.lines());
            if (!difference.isNone()) {
                applied = applied.compose(done -> sites.move(one, difference, actor));
            }
        }
        return applied.compose(done -> added.isEmpty() ? Future.succeededFuture() : sites.open(added))
                .map(done -> told);
    }
}
