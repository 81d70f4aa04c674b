package io.foyer.hub.site;

import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When time alone changes something in which site. A site with nothing due costs nothing. */
final class Agenda {
    /** At midnight all sites are due. A door must not wait for all of them. */
    private static final int MOST_SITES_IN_A_TURN = 10;

    private final EventLoop loop;
    private final InstantSource clock;
    private final Consumer<String> tick;
    private final Deadlines<String> sites = new Deadlines<>();

    /** @param tick gets each site in which something is due */
    Agenda(EventLoop loop, InstantSource clock, Consumer<String> tick) {
        this.loop = loop;
        this.clock = clock;
        this.tick = tick;
    }

    /** Sets when a site is due next. Null where only a signal can make work in the site. */
    void set(String site, @Nullable Instant due) {
        sites.set(site, due);
    }

    /**
     * Calls the sites that are due; to be called once a second. A second is soon enough, and a changed clock does no
     * harm.
     */
    void second() {
        tick(sites.removeDue(clock.instant()).iterator());
    }

    private void tick(Iterator<String> due) {
        for (int turn = 0; turn < MOST_SITES_IN_A_TURN && due.hasNext(); turn++) {
            String site = due.next();
            // The site is due again until it says otherwise: a failed tick is tried again.
            sites.set(site, Deadlines.AT_ONCE);
            tick.accept(site);
        }
        if (due.hasNext()) {
            loop.later(() -> tick(due));
        }
    }
}
