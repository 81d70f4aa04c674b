package io.foyer.hub.domain.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a member holds, on the calendar of the site.
 *
 * @param until the last day, included, or null for no end
 * @param zone a fixed desk or office, or null
 */
public record Membership(
        String id,
        String member,
        String plan,
        LocalDate from,
        @Nullable LocalDate until,
        Status status,
        @Nullable String zone,
        @Nullable String company) {
    /** Where it stands. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        ENDED
    }
}
