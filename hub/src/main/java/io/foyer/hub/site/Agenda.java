package io.foyer.hub.site;

import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When time alone changes something in which site. A site in which nothing is due costs nothing. */
final class Agenda {
    /** At midnight all sites are due, and no door may wait for all of them. */
    private static final int MOST_SITES_IN_A_TURN = 10;

    private final EventLoop loop;
    private final InstantSource clock;
    private final Consumer<String> tick;
    private final Deadlines<String> sites = new Deadlines<>();

    /** @param tick is called with each site in which something is due */
    Agenda(EventLoop loop, InstantSource clock, Consumer<String> tick) {
        this.loop = loop;
        this.clock = clock;
        this.tick = tick;
    }

    /** Null where nothing is due in a site until a signal comes. */
    void set(String site, @Nullable Instant due) {
        sites.set(site, due);
    }

    /** To be called once a second: so the clock may be set, and a deadline need not be met sooner. */
    void second() {
        tick(sites.removeDue(clock.instant()).iterator());
    }

    private void tick(Iterator<String> due) {
        for (int turn = 0; turn < MOST_SITES_IN_A_TURN && due.hasNext(); turn++) {
            String site = due.next();
            // Until the site says otherwise: what has failed is tried again.
            sites.set(site, Deadlines.AT_ONCE);
            tick.accept(site);
        }
        if (due.hasNext()) {
            loop.later(() -> tick(due));
        }
    }
}
