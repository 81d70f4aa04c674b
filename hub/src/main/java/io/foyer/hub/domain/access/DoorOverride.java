package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person sets a door otherwise than the site file says, until somebody resumes the door or the time is over.
 *
 * @param until the first instant at which the override no longer counts, or null
 * @param by the person who set the door
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

    /** The two ways in which a person can set a door. */
    public enum OverrideMode {
        LOCKED,
        HELD_OPEN
    }
}
