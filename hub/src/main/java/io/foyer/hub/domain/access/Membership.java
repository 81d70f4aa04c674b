package io.foyer.hub.domain.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a member holds, on the calendar of the site.
 *
 * @param until the last day, included, or null for no end
 * @param zone a fixed desk or office, or null
 * @param startsOnFirstUse whether the plan's validity begins when its holder first comes, on {@code from} or later
 */
public record Membership(
        String id,
        String member,
        String plan,
        LocalDate from,
        @Nullable LocalDate until,
        Status status,
        @Nullable String zone,
        @Nullable String company,
        boolean startsOnFirstUse) {

    /** One that starts on its first day. */
    public Membership(
            String id,
            String member,
            String plan,
            LocalDate from,
            @Nullable LocalDate until,
            Status status,
            @Nullable String zone,
            @Nullable String company) {
        this(id, member, plan, from, until, status, zone, company, false);
    }

    /** Where it stands. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        ENDED
    }
}
