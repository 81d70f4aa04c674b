package io.foyer.hub.domain.definition;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What holds at every door of a site.
 *
 * @param wrongPins so many wrong PINs lock a credential, or a door for PINs alone; 1 to 100
 * @param lockedFor how long that lasts, and after which pause wrong PINs are forgotten
 * @param nightlyReset when everybody who was not seen since yesterday's is forgotten, or null for never
 */
public record AccessPolicy(
        int wrongPins, Duration lockedFor, @Nullable LocalTime nightlyReset) {
    /** 5 wrong PINs lock for 5 minutes; the night's reset is at four. */
    public static final AccessPolicy DEFAULT = new AccessPolicy(5, Duration.ofMinutes(5), LocalTime.of(4, 0));
}
