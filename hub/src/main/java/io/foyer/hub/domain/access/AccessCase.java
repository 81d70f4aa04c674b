package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.definition.Zone.AntiPassback;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request, judged by one membership or by a visit, with what the site knows at that moment. A part that the request
 * does not have is null.
 */
record AccessCase(
        Doorkeeper keeper,
        AccessRequest request,
        Route way,
        @Nullable Credential credential,
        @Nullable Visit visit,
        @Nullable Membership membership,
        @Nullable Plan plan) {
    /** A swipe that is older opens no door. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    private SiteDefinition definition() {
        return keeper.definition();
    }

    private Instant at() {
        return request.at();
    }

    private LocalDate today() {
        return request.local().toLocalDate();
    }

    /** True on the way in. To leave needs no membership: the hub locks nobody in. */
    private boolean isEntry() {
        return request.direction() == Direction.IN;
    }

    /** True where somebody leaves while an emergency holds the doors open. Then the hub asks nothing. */
    boolean isReleased() {
        return !isEntry() && keeper.doors().release() != null;
    }

    boolean isUnknownDoor() {
        return request.door() == null;
    }

    boolean isDisabled() {
        Door door = request.door();
        return door != null
                && (door.mode() == Door.DoorUse.DISABLED
                        || (isEntry() && keeper.doors().isLocked(door.id(), at())));
    }

    boolean isStale() {
        return request.age().abs().compareTo(STALE_AFTER) > 0;
    }

    /**
     * A door that is locked for PINs is so on the way out too. An exit that told right PINs from wrong ones would give
     * away every PIN in time.
     */
    boolean isLockedOut() {
        if (keeper.attempts().isEmpty()) {
            return false;
        }
        boolean card = isEntry() && credential != null && isLocked(PinAttempts.credential(credential.key()));
        boolean door = request.credential().type() == CredentialType.PIN
                && request.door() != null
                && isLocked(PinAttempts.door(request.door().id()));
        return card || door;
    }

    private boolean isLocked(String subject) {
        return keeper.attempts().isLocked(subject, definition().access(), at());
    }

    boolean isUnknown() {
        return credential == null && visit == null;
    }

    boolean isBlocked() {
        return credential != null && credential.blocked();
    }

    boolean isCredentialOver() {
        boolean visitOver = isEntry() && visit != null && visit.isOver(at());
        return visitOver || (credential != null && credential.until() != null && !at().isBefore(credential.until()));
    }

    boolean isKeptOut() {
        return isEntry()
                && keeper.doors().lockdown() != null
                && request.door() != null
                && (plan == null || !request.door().lockdownPass().contains(plan.id()));
    }

    boolean isNotStarted() {
        return isEntry() && membership != null && today().isBefore(membership.from());
    }

    boolean isOver() {
        if (!isEntry() || membership == null) {
            return false;
        }
        LocalDate last = lastDay(membership);
        return membership.status() == Membership.MembershipStatus.ENDED
                || (last != null && today().isAfter(last.plusDays(plan == null ? 0 : plan.graceDays())));
    }

    /**
     * The last day of a membership, included. It is the membership's own last day or the last day by its plan,
     * whichever is earlier.
     */
    private @Nullable LocalDate lastDay(Membership of) {
        LocalDate own = of.until();
        LocalDate first = keeper.daysUsed().firstDay(of);
        LocalDate byPlan = plan == null || first == null ? null : plan.lastDay(first);
        return own == null || (byPlan != null && byPlan.isBefore(own)) ? byPlan : own;
    }

    boolean isSuspended() {
        return isEntry() && membership != null && membership.status() == Membership.MembershipStatus.SUSPENDED;
    }

    boolean hasNoRight() {
        return isEntry() && !hasRight();
    }

    private boolean hasRight() {
        if (visit != null) {
            return request.door() != null && visit.opens(request.door().id(), at());
        }
        if (membership == null || plan == null) {
            return false;
        }
        String target = target();
        return target.equals(Zone.OUTSIDE)
                || definition().isWithinAny(target, plan.zones())
                || (membership.zone() != null && definition().isWithin(target, membership.zone()));
    }

    private String target() {
        return request.door() == null ? Zone.OUTSIDE : request.door().target(request.direction());
    }

    boolean isOutsideHours() {
        return isClosed() && plan != null && !plan.schedule().isHoliday(request.local());
    }

    boolean isHoliday() {
        return isClosed() && plan != null && plan.schedule().isHoliday(request.local());
    }

    private boolean isClosed() {
        return isEntry() && plan != null && !plan.schedule().isOpen(request.local());
    }

    boolean isUsedUp() {
        if (!isEntry() || membership == null || plan == null || plan.visits() == null) {
            return false;
        }
        Set<LocalDate> days = keeper.daysUsed().of(membership);
        return days.size() >= plan.visits() && !days.contains(today());
    }

    /** True where an entry now would use up a visit, or would begin a pass that begins on first use. */
    boolean costs() {
        return isEntry()
                && membership != null
                && plan != null
                && (plan.visits() != null
                        ? !keeper.daysUsed().of(membership).contains(today())
                        : membership.startsOnFirstUse()
                                && keeper.daysUsed().of(membership).isEmpty());
    }

    boolean hasNoBooking() {
        String member = member();
        return isEntry() && member != null && !isExempt("booking") && way.isBookedForOthers();
    }

    boolean needsPin() {
        return isEntry() && request.door() != null && request.door().pin();
    }

    boolean hasNoPin() {
        return needsPin() && request.pin() == null;
    }

    /**
     * Without a PIN on the credential no PIN is right. A door for card and PIN stays shut; a card alone does not open
     * it.
     */
    boolean isPinWrong() {
        return needsPin() && (credential == null || !credential.hasPin(request.pin()));
    }

    boolean isInterlocked() {
        return request.door() != null && keeper.doors().interlocking(request.door(), request.direction(), at()) != null;
    }

    boolean isAlreadyInside() {
        return way.isPassedBackInto(AntiPassback.HARD);
    }

    boolean isNotInside() {
        return way.isPassedBackOutOf(AntiPassback.HARD);
    }

    /** True where the person breaks the order of in and out in an area that only notes this. */
    boolean isNoted() {
        return way.isPassedBackInto(AntiPassback.SOFT) || way.isPassedBackOutOf(AntiPassback.SOFT);
    }

    boolean isFull() {
        return isEntry() && (way.isFull(isExempt("capacity")) || isTeamFull());
    }

    private boolean isTeamFull() {
        return membership != null
                && membership.company() != null
                && plan != null
                && plan.headCount() != null
                && way.isFullOf(
                        keeper.members().team(membership.company()),
                        membership.zone() == null ? plan.zones() : List.of(membership.zone()),
                        plan.headCount());
    }

    private boolean isExempt(String rule) {
        String member = member();
        return member != null && keeper.members().isExempt(member, rule);
    }

    @Nullable String member() {
        return credential == null ? null : credential.member();
    }
}
