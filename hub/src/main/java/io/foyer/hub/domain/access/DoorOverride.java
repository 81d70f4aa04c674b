package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person has set a door otherwise than its site file has it, until somebody resumes it or its time is over.
 *
 * @param until the first instant at which it no longer counts, or null
 * @param by who did it
 */
public record DoorOverride(
        String door,
        OverrideMode mode,
        Instant since,
        @Nullable Instant until,
        String by,
        String reason) {

    public boolean counts(Instant at) {
        return until == null || at.isBefore(until);
    }

    public boolean outlasts(DoorOverride other) {
        return other.until != null && (until == null || until.isAfter(other.until));
    }

    /** What a person can make of a door. */
    public enum OverrideMode {
        LOCKED,
        HELD_OPEN
    }
}
