package io.foyer.hub.domain.access;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.domain.house.Zone.AntiPassback;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request seen in the light of one membership, and what the house knows at that moment; null where there is none. */
record Case(
        Doorkeeper keeper,
        Request request,
        @Nullable Credential credential,
        @Nullable Membership membership,
        @Nullable Plan plan) {

    private House house() {
        return keeper.house();
    }

    private Instant at() {
        return request.at();
    }

    private LocalDate today() {
        return request.local().toLocalDate();
    }

    /** Leaving needs no membership: nobody is ever locked in. */
    private boolean isEntry() {
        return request.direction() == Direction.IN;
    }

    /** In an emergency nobody is asked who leaves. */
    boolean isReleased() {
        return !isEntry() && keeper.doors().release() != null;
    }

    boolean isUnknownDoor() {
        return request.door() == null;
    }

    boolean isDisabled() {
        Door door = request.door();
        return door != null
                && (door.mode() == Door.Mode.DISABLED
                        || (isEntry() && keeper.doors().isLocked(door.id(), at())));
    }

    boolean isStale() {
        return request.age().abs().compareTo(Rule.STALE_AFTER) > 0;
    }

    boolean isLockedOut() {
        if (!isEntry()) {
            return false;
        }
        boolean card = credential != null && isLocked(Attempts.credential(credential.key()));
        boolean door = request.credential().type() == CredentialType.PIN
                && request.door() != null
                && isLocked(Attempts.door(request.door().id()));
        return card || door;
    }

    private boolean isLocked(String subject) {
        return keeper.attempts().isLocked(subject, house().access(), at());
    }

    boolean isUnknown() {
        return credential == null;
    }

    boolean isBlocked() {
        return credential != null && credential.blocked();
    }

    boolean isCredentialOver() {
        return credential != null && credential.until() != null && !at().isBefore(credential.until());
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
        return membership.status() == Membership.Status.ENDED
                || (last != null && today().isAfter(last.plusDays(plan == null ? 0 : plan.graceDays())));
    }

    /** The last day of a membership, included: its own or the one that its plan gives, if that is earlier. */
    private @Nullable LocalDate lastDay(Membership of) {
        LocalDate own = of.until();
        LocalDate first = keeper.daysUsed().firstDay(of);
        LocalDate byPlan = plan == null || first == null ? null : plan.lastDay(first);
        return own == null || (byPlan != null && byPlan.isBefore(own)) ? byPlan : own;
    }

    boolean isSuspended() {
        return isEntry() && membership != null && membership.status() == Membership.Status.SUSPENDED;
    }

    boolean hasNoRight() {
        return isEntry() && !hasRight();
    }

    private boolean hasRight() {
        if (membership == null || plan == null) {
            return false;
        }
        String target = target();
        return target.equals(Zone.OUTSIDE)
                || plan.zones().stream().anyMatch(zone -> house().isWithin(target, zone))
                || (membership.zone() != null && house().isWithin(target, membership.zone()));
    }

    private String target() {
        return request.door() == null ? Zone.OUTSIDE : request.door().target(request.direction());
    }

    private String source() {
        return request.door() == null ? Zone.OUTSIDE : request.door().source(request.direction());
    }

    private List<Zone> entered() {
        return house().entered(source(), target());
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

    /** True where coming in now would use up a visit, or begin a pass that begins on first use. */
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
        return isEntry()
                && member != null
                && !keeper.isExempt(member, "booking")
                && entered().stream().anyMatch(zone -> keeper.isBookedForOthers(zone, member, at()));
    }

    boolean needsPin() {
        return isEntry() && request.door() != null && request.door().pin();
    }

    boolean hasNoPin() {
        return needsPin() && request.pin() == null;
    }

    boolean isPinWrong() {
        return needsPin()
                && request.pin() != null
                && (credential == null
                        || credential.pin() == null
                        || !keeper.pins().isRight(credential.pin(), request.pin()));
    }

    boolean isInterlocked() {
        return request.door() != null && keeper.doors().isInterlocked(request.door(), at());
    }

    boolean isAlreadyInside() {
        return isPassedBackInto(AntiPassback.HARD);
    }

    boolean isNotInside() {
        return isPassedBackOutOf(AntiPassback.HARD);
    }

    /** True where somebody passes an area against the order of in and out that only wants it noted. */
    boolean isNoted() {
        return isPassedBackInto(AntiPassback.SOFT) || isPassedBackOutOf(AntiPassback.SOFT);
    }

    private boolean isPassedBackInto(AntiPassback kind) {
        String person = person();
        return person != null
                && entered().stream()
                        .anyMatch(zone -> zone.control().antiPassback() == kind
                                && keeper.presence().isIn(person, zone.id())
                                && !isForgiven(zone, person));
    }

    private boolean isForgiven(Zone zone, String person) {
        return zone.control().forgiveAfter() != null
                && !at().isBefore(keeper.presence()
                        .of(person)
                        .since()
                        .plus(zone.control().forgiveAfter()));
    }

    private boolean isPassedBackOutOf(AntiPassback kind) {
        String person = person();
        return person != null
                && !keeper.presence().of(person).forgiven()
                && house().entered(target(), source()).stream()
                        .anyMatch(zone -> zone.control().antiPassback() == kind
                                && !keeper.presence().isIn(person, zone.id()));
    }

    boolean isFull() {
        String person = person();
        if (!isEntry() || person == null) {
            return false;
        }
        List<Zone> entered = entered();
        boolean exempt = member() != null && keeper.isExempt(String.valueOf(member()), "capacity");
        return (!exempt
                        && entered.stream()
                                .anyMatch(zone -> zone.control().hardLimit()
                                        && keeper.presence().isFull(zone, person, at())))
                || isTeamFull(person);
    }

    /** True where so many of a team are in as its plan lets in at once. */
    private boolean isTeamFull(String person) {
        if (membership == null || plan == null || plan.headCount() == null || membership.company() == null) {
            return false;
        }
        List<String> home = membership.zone() == null ? plan.zones() : List.of(membership.zone());
        boolean comesIn = home.stream().anyMatch(zone -> house().isWithin(target(), zone));
        return comesIn
                && !keeper.presence().isInOrComing(person, home, at())
                && keeper.team(membership.company()).stream()
                                .filter(one ->
                                        !one.equals(person) && keeper.presence().isInOrComing(one, home, at()))
                                .limit(plan.headCount())
                                .count()
                        >= plan.headCount();
    }

    @Nullable String member() {
        return credential == null ? null : credential.member();
    }

    @Nullable String person() {
        return member();
    }
}
