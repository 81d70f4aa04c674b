package io.foyer.hub.domain.access;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.DoorActivity.Contact;
import io.foyer.hub.domain.access.Whereabouts.Grant;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision leads to: a place that is kept, an entry, a used day, a wrong PIN that is counted. Everything that
 * becomes otherwise is given back as a change to be kept.
 */
public final class Passages {
    /** Where no night forgets anybody: so many days without a door. */
    private static final int REMEMBERED_DAYS = 7;

    /** How much longer than it is unlocked a door may take to tell that it has opened. */
    private static final int TELLS_WITHIN_S = 5;

    private final Doorkeeper keeper;
    private Instant lastNight = Instant.EPOCH;
    /** Who was moved by what happened before the last night's reset. */
    private final Set<String> late = new HashSet<>();

    public Passages(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** A live swipe was decided by the house. */
    public List<Change> decided(Request request, Decision decision, Instant arrived) {
        List<Change> changes = new ArrayList<>(count(request, decision, arrived));
        Door door = request.door();
        if (decision.reason() == Reason.GRANTED && door != null) {
            changes.addAll(granted(door, request.direction(), decision, arrived));
        }
        return changes;
    }

    /** A device has let somebody pass by itself while it was cut off. */
    public List<Change> passed(Door door, Direction direction, Decision decision, Instant at) {
        String person = decision.person();
        return person == null
                ? List.of()
                : enter(person, door.target(direction), at, speaker(direction, decision), true);
    }

    private List<Change> count(Request request, Decision decision, Instant at) {
        Door door = request.door();
        Credential credential = keeper.shown(request.credential());
        if (door == null || request.direction() == Direction.OUT) {
            return List.of();
        }
        if (credential != null && decision.reason() == Reason.PIN_WRONG) {
            return List.of(new Change.AttemptsAre(keeper.attempts()
                    .wrong(Attempts.credential(credential.key()), keeper.house().access(), at)));
        }
        if (credential != null && decision.reason() == Reason.GRANTED && door.pin()) {
            return keeper.attempts().right(Attempts.credential(credential.key()), at).stream()
                    .<Change>map(Change.AttemptsAre::new)
                    .toList();
        }
        boolean guessed = decision.reason() == Reason.UNKNOWN_CREDENTIAL
                && request.credential().type() == CredentialType.PIN;
        return guessed
                ? List.of(new Change.AttemptsAre(keeper.attempts()
                        .wrong(Attempts.door(door.id()), keeper.house().access(), at)))
                : List.of();
    }

    private List<Change> granted(Door door, Direction direction, Decision decision, Instant at) {
        List<Change> changes = new ArrayList<>();
        String person = decision.person();
        String membership = speaker(direction, decision);
        Instant until = at.plusSeconds(door.unlockSeconds() + TELLS_WITHIN_S);
        DoorActivity activity = keeper.doors().of(door.id());
        boolean waits = door.contact() && !activity.isOpen();
        if (door.interlock() != null && !activity.isOpen()) {
            changes.add(put(activity.grantedUntil(until)));
        }
        if (person != null && waits) {
            Grant grant = new Grant(door.id(), door.target(direction), until, membership);
            changes.add(put(keeper.presence().of(person).with(grant)));
        } else if (person != null) {
            changes.addAll(enter(person, door.target(direction), at, membership, false));
            changes.addAll(firstIn(door, direction, at));
        }
        return changes;
    }

    /** Coming in uses what the membership gives; leaving uses nothing. */
    private static @Nullable String speaker(Direction direction, Decision decision) {
        return direction == Direction.IN && decision.membership() != null
                ? decision.membership().id()
                : null;
    }

    /** A door's contact has spoken: whoever was granted the way is on it when it opens. */
    public List<Change> told(Door door, @Nullable Contact contact) {
        DoorActivity before = keeper.doors().of(door.id());
        boolean opened = contact != null && contact.open();
        List<Change> changes = new ArrayList<>();
        changes.add(put(opened ? before.with(contact).grantedUntil(null) : before.with(contact)));
        if (contact != null && opened && door.contact()) {
            for (Whereabouts of : keeper.presence().grantedAt(door.id())) {
                Grant grant = of.grant();
                if (grant != null && !contact.asOf().isAfter(grant.until())) {
                    changes.addAll(enter(of.person(), grant.target(), contact.asOf(), grant.membership(), false));
                    Direction direction = grant.target().equals(door.to()) ? Direction.IN : Direction.OUT;
                    changes.addAll(firstIn(door, direction, contact.asOf()));
                }
            }
        }
        return changes;
    }

    /** Somebody is in another zone, unless a later passage of theirs is known. */
    private List<Change> enter(String person, String target, Instant at, @Nullable String membership, boolean history) {
        List<Change> changes = new ArrayList<>();
        Whereabouts before = keeper.presence().of(person);
        if (!at.isBefore(before.since())) {
            if (at.isBefore(lastNight)) {
                late.add(person);
            }
            Whereabouts now = before.in(target, at);
            changes.add(put(history ? now.with(before.grant()) : now));
        }
        Membership used = membership == null ? null : keeper.membership(membership);
        if (used != null) {
            changes.addAll(use(used, LocalDate.ofInstant(at, house().timeZone())));
        }
        return changes;
    }

    private List<Change> use(Membership membership, LocalDate day) {
        Plan plan = house().plans().get(membership.plan());
        boolean counted = plan != null && plan.visits() != null;
        boolean begins = membership.startsOnFirstUse()
                && (keeper.daysUsed().of(membership).isEmpty()
                        || day.isBefore(keeper.daysUsed().of(membership).first()));
        return (counted || begins) && keeper.daysUsed().add(membership.id(), day)
                ? List.of(new Change.DayUsed(membership.id(), day))
                : List.of();
    }

    private List<Change> firstIn(Door door, Direction direction, Instant at) {
        boolean first = door.firstIn()
                && direction == Direction.IN
                && door.unlockSchedule() != null
                && door.unlockSchedule().isOpen(LocalDateTime.ofInstant(at, house().timeZone()))
                && keeper.doors().mode(door, at) == DoorMode.SECURE;
        return first ? List.of(put(keeper.doors().of(door.id()).firstIn(at))) : List.of();
    }

    /** Time has passed: unused grants lapse, wrong PINs are forgotten, and once a night everybody is. */
    public List<Change> tick(Instant now) {
        List<Change> changes = new ArrayList<>();
        keeper.attempts().forget(house().access(), now).forEach(count -> changes.add(new Change.AttemptsAre(count)));
        for (Whereabouts of : keeper.presence().granted()) {
            Grant grant = of.grant();
            if (grant != null && grant.until().isBefore(now)) {
                changes.add(of.isUnseen() ? forget(of) : put(of.with(null)));
            }
        }
        changes.addAll(night(now));
        return changes;
    }

    /** Without a reset people are forgotten all the same, only later: visitors would never become fewer. */
    private List<Change> night(Instant now) {
        if (keeper.doors().release() != null) {
            return List.of();
        }
        LocalTime set = house().access().nightlyReset();
        LocalTime at = set == null ? LocalTime.MIDNIGHT : set;
        LocalDate today = LocalDate.ofInstant(now, house().timeZone());
        // As instants: where the clock jumps over the reset it comes later than the clock shows.
        LocalDate day = at(today, at).isAfter(now) ? today.minusDays(1) : today;
        Instant reset = at(day, at);
        boolean isNew = reset.isAfter(lastNight);
        lastNight = reset;
        List<Whereabouts> asked = isNew
                ? List.copyOf(keeper.presence().all())
                : late.stream().map(keeper.presence()::of).toList();
        late.clear();
        List<Change> changes = new ArrayList<>();
        for (Whereabouts of : asked) {
            if (of.isUnseen()) {
                continue;
            }
            int days = set != null || of.zone().equals(Zone.OUTSIDE) ? 1 : REMEMBERED_DAYS;
            if (of.since().isBefore(at(day.minusDays(days), at)) && of.grant() == null) {
                changes.add(forget(of));
            } else if (set != null && of.since().isBefore(reset) && !of.forgiven()) {
                changes.add(put(of.forgive()));
            }
        }
        return changes;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(house().timeZone()).toInstant();
    }

    private Change forget(Whereabouts of) {
        keeper.presence().remove(of.person());
        return new Change.WhereaboutsGone(of.person());
    }

    private Change put(Whereabouts now) {
        keeper.presence().put(now);
        return new Change.WhereaboutsAre(now);
    }

    private Change put(DoorActivity now) {
        keeper.doors().put(now);
        return new Change.DoorActed(now);
    }

    private House house() {
        return keeper.house();
    }
}
