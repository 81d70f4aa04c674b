package io.foyer.hub.domain.definition;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The rules for every door of a site.
 *
 * @param wrongPins this many wrong PINs lock a credential, or a door for PINs alone; 1 to 100
 * @param lockedFor how long a lock lasts, and after which pause the hub forgets wrong PINs
 * @param nightlyReset when the hub forgets the people who passed no door since the reset of the day before, or null for
 *     never
 */
public record AccessPolicy(
        int wrongPins, Duration lockedFor, @Nullable LocalTime nightlyReset) {
    /** 5 wrong PINs lock for 5 minutes; the nightly reset is at 04:00. */
    public static final AccessPolicy DEFAULT = new AccessPolicy(5, Duration.ofMinutes(5), LocalTime.of(4, 0));
}
