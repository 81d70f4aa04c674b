package io.foyer.hub.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What time it is for the whole hub: the machine's time, or the demo's, which runs as fast but elsewhere. */
public final class HubClock extends Clock {
    private final Clock clock;
    private final boolean demo;

    private HubClock(Clock clock, boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    public static HubClock ofMachine() {
        return new HubClock(Clock.systemUTC(), false);
    }

    /**
     * The demo's time.
     *
     * @param ahead of the machine's time; negative: behind it
     */
    public static HubClock ofDemo(Duration ahead) {
        return new HubClock(Clock.offset(Clock.systemUTC(), ahead), true);
    }

    public boolean isDemo() {
        return demo;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HubClock(clock.withZone(zone), demo);
    }
}
