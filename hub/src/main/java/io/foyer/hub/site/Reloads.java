package io.foyer.hub.site;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Applies what the site files say otherwise than before. Reloads come one after another. */
final class Reloads {
    private final Vertx vertx;
    private final LoopContext loop;
    private final Supplier<List<Premises>> files;
    private final Roster roster;
    private final Sites sites;
    private final Turnstile<List<String>> turnstile;

    Reloads(Vertx vertx, LoopContext loop, Supplier<List<Premises>> files, Roster roster, Sites sites) {
        this.vertx = vertx;
        this.loop = loop;
        this.files = files;
        this.roster = roster;
        this.sites = sites;
        this.turnstile = new Turnstile<>(loop.context());
    }

    /** No reload begins before this is done. */
    void occupy(Future<?> start) {
        turnstile.occupy(start);
    }

    /** As {@link Houses#reload} promises. */
    Future<List<String>> reload(String actor) {
        return loop.call(() -> turnstile.pass(
                () -> vertx.executeBlocking(files::get).compose(fresh -> loop.call(() -> apply(fresh, actor)))));
    }

    private Future<List<String>> apply(List<Premises> fresh, String actor) {
        roster.refuseMissing(fresh);
        List<String> told = new ArrayList<>();
        List<Premises> added = new ArrayList<>();
        Future<Void> applied = Future.succeededFuture();
        for (Premises one : fresh) {
            Premises before = roster.of(one.house().site()).orElse(null);
            if (before == null) {
                told.add("+ site " + one.house().site());
                added.add(one);
                continue;
            }
            Difference difference = Difference.between(before.parts(), one.parts());
            told.addAll(difference.lines());
            if (!difference.isNone()) {
                applied = applied.compose(done -> sites.move(one, difference, actor));
            }
        }
        return applied.compose(done -> added.isEmpty() ? Future.succeededFuture() : sites.open(added))
                .map(done -> told);
    }
}
