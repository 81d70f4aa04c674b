package io.foyer.hub.domain.access;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a member holds, on the calendar of the site.
 *
 * @param from the first day, or the earliest first day where the membership starts on first use
 * @param until the last day, included, or null for no end
 * @param zone a fixed desk or office, or null
 * @param company the company whose team shares the membership where the plan has a head count, or null
 * @param startsOnFirstUse true where the validity of the plan counts from the first entry
 */
public record Membership(
        String id,
        String member,
        String plan,
        LocalDate from,
        @Nullable LocalDate until,
        MembershipStatus status,
        @Nullable String zone,
        @Nullable String company,
        boolean startsOnFirstUse) {

    /** A membership that starts on its first day. */
    public Membership(
            String id,
            String member,
            String plan,
            LocalDate from,
            @Nullable LocalDate until,
            MembershipStatus status,
            @Nullable String zone,
            @Nullable String company) {
        this(id, member, plan, from, until, status, zone, company, false);
    }

    /**
     * The rights that this membership and another version both give; null where the two differ in kind.
     *
     * @param counted true where the plan counts from the first day. Two versions with different first days may then
     *     differ in what is left, so they give no right together
     */
    public @Nullable Membership and(Membership other, boolean counted) {
        MembershipStatus both = status == MembershipStatus.ACTIVE ? other.status : status;
        boolean alike = member.equals(other.member)
                && plan.equals(other.plan)
                && Objects.equals(zone, other.zone)
                && Objects.equals(company, other.company)
                && startsOnFirstUse == other.startsOnFirstUse;
        return alike
                ? new Membership(
                        id,
                        member,
                        plan,
                        from.isAfter(other.from) ? from : other.from,
                        until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until,
                        both == MembershipStatus.ACTIVE && counted && !from.equals(other.from)
                                ? MembershipStatus.SUSPENDED
                                : both,
                        zone,
                        company,
                        startsOnFirstUse)
                : null;
    }

    public enum MembershipStatus {
        ACTIVE,
        SUSPENDED,
        ENDED
    }
}
