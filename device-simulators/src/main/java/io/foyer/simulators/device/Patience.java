package io.foyer.simulators.device;

import java.time.Duration;

/** How long a device goes on trying to reach the hub, at first and after it has been connected once. */
public record Patience(Duration first, Duration again) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(5));

    private static final long SHORTEST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    /** Doubles from a tenth of a second to five seconds. */
    static long backoffMs(int attempt) {
        return Math.min(LONGEST_MS, SHORTEST_MS << Math.min(attempt, 10));
    }
}
