package io.foyer.hub.domain.access;

import io.foyer.hub.domain.AccessChange;
import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Whereabouts.Grant;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision leads to: a place that is kept, an entry, a used day, a wrong PIN that is counted. Everything that
 * becomes otherwise is given back as a change to be kept.
 */
public final class Passages {
    /** How much longer than it is unlocked a door may take to tell that it has opened. */
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(5);

    /** By how much the clocks of a reader and of a contact may differ when both are known. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Doorkeeper keeper;
    private final Nights nights;

    public Passages(Doorkeeper keeper) {
        this.keeper = keeper;
        this.nights = new Nights(keeper);
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
        if (door == null) {
            return List.of();
        }
        if (credential != null && decision.reason() == Reason.PIN_WRONG) {
            return List.of(new AccessChange.AttemptsAre(keeper.attempts()
                    .wrong(Attempts.credential(credential.key()), keeper.house().access(), at)));
        }
        boolean asked = door.pin() && request.direction() == Direction.IN;
        if (credential != null && decision.reason() == Reason.GRANTED && asked) {
            return keeper.attempts().right(Attempts.credential(credential.key()), at).stream()
                    .<Change>map(AccessChange.AttemptsAre::new)
                    .toList();
        }
        boolean guessed = decision.reason() == Reason.UNKNOWN_CREDENTIAL
                && request.credential().type() == CredentialType.PIN;
        return guessed
                ? List.of(new AccessChange.AttemptsAre(keeper.attempts()
                        .wrong(Attempts.door(door.id()), keeper.house().access(), at)))
                : List.of();
    }

    private List<Change> granted(Door door, Direction direction, Decision decision, Instant at) {
        List<Change> changes = new ArrayList<>();
        String person = decision.person();
        String membership = speaker(direction, decision);
        Instant until = at.plus(opensWithin(door));
        boolean waits = door.contact() && !keeper.doors().isOpen(door.id());
        changes.addAll(mayOpen(door, until));
        if (person != null && waits) {
            Grant grant = new Grant(door.id(), door.target(direction), until, membership);
            changes.add(put(keeper.presence().of(person).with(grant)));
        } else if (person != null) {
            changes.addAll(enter(person, door.target(direction), at, membership, false));
            changes.addAll(firstIn(door, direction, at));
        }
        return changes;
    }

    /** A door has been unlocked, by a swipe or by a person: until it opens or that lapses, no other of its interlock is. */
    public List<Change> mayOpen(Door door, Instant until) {
        DoorActivity activity = keeper.doors().of(door.id());
        return door.interlock() == null || keeper.doors().isOpen(door.id())
                ? List.of()
                : List.of(put(activity.grantedUntil(until)));
    }

    /** Coming in uses what the membership gives; leaving uses nothing. */
    private static @Nullable String speaker(Direction direction, Decision decision) {
        return direction == Direction.IN && decision.membership() != null
                ? decision.membership().id()
                : null;
    }

    /** A door's contact has spoken, unless it has said something later: who was granted the way is on it when it opens. */
    public List<Change> told(Door door, Contact contact) {
        Contact said = keeper.doors().contacts().of(door.id(), contact.device());
        if (said != null
                && !said.isSilent()
                && contact.asOf().isBefore(said.asOf().minus(SLACK))) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        keeper.doors().contacts().put(contact);
        changes.add(new AccessChange.ContactIs(contact));
        DoorActivity before = keeper.doors().of(door.id());
        if (contact.isOpen() && before.grantedUntil() != null) {
            changes.add(put(before.grantedUntil(null)));
        }
        if (contact.isOpen() && door.contact()) {
            for (Whereabouts of : keeper.presence().grantedAt(door.id())) {
                Grant grant = of.grant();
                Instant at = grant == null ? null : entryAt(grant, door, contact.asOf());
                if (grant != null && at != null) {
                    changes.addAll(enter(of.person(), grant.target(), at, grant.membership(), false));
                    Direction direction = grant.target().equals(door.to()) ? Direction.IN : Direction.OUT;
                    changes.addAll(firstIn(door, direction, at));
                }
            }
        }
        return changes;
    }

    /** When the opening of a door was the entry of a grant: not before the grant itself. Null where it was not. */
    private static @Nullable Instant entryAt(Grant grant, Door door, Instant opened) {
        Instant granted = grant.until().minus(opensWithin(door));
        if (opened.isAfter(grant.until()) || opened.isBefore(granted.minus(SLACK))) {
            return null;
        }
        return opened.isBefore(granted) ? granted : opened;
    }

    private static Duration opensWithin(Door door) {
        return TELLS_WITHIN.plusSeconds(door.unlockSeconds());
    }

    /** Somebody is in another zone, unless a later passage of theirs is known. */
    private List<Change> enter(String person, String target, Instant at, @Nullable String membership, boolean history) {
        List<Change> changes = new ArrayList<>();
        Whereabouts before = keeper.presence().of(person);
        if (!at.isBefore(before.since())) {
            nights.moved(person, at);
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
                ? List.of(new AccessChange.DayUsed(membership.id(), day))
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

    /** When {@link #tick} has something to do next; null: never. */
    public @Nullable Instant due() {
        return Deadlines.earliest(
                nights.due(),
                Deadlines.earliest(keeper.presence().due(), keeper.attempts().due(house().access())));
    }

    /** Time has passed: unused grants lapse, wrong PINs are forgotten, and once a night everybody is. */
    public List<Change> tick(Instant now) {
        List<Change> changes = new ArrayList<>();
        keeper.attempts()
                .forget(house().access(), now)
                .forEach(count -> changes.add(new AccessChange.AttemptsAre(count)));
        for (Whereabouts of : keeper.presence().lapsed(now)) {
            changes.add(of.isUnseen() ? forget(of) : put(of.with(null)));
        }
        changes.addAll(nights.tick(now));
        return changes;
    }

    private Change forget(Whereabouts of) {
        keeper.presence().remove(of.person());
        return new AccessChange.WhereaboutsGone(of.person());
    }

    private Change put(Whereabouts now) {
        keeper.presence().put(now);
        return new AccessChange.WhereaboutsAre(now);
    }

    private Change put(DoorActivity now) {
        keeper.doors().put(now);
        return new AccessChange.DoorActed(now);
    }

    private House house() {
        return keeper.house();
    }
}
