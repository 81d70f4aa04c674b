package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a decision: a reserved place, an entry, a used day, a count of wrong PINs. Each of these is a
 * change to keep.
 */
public final class Passages {
    /** A door may report its opening this much later than its unlock time ends. */
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(5);

    /** The clocks of a reader and of a contact may differ by this much even where the hub knows both clocks. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Doorkeeper keeper;
    private final NightReset nights;
    private final PassageLog passed = new PassageLog();

    public Passages(Doorkeeper keeper) {
        this.keeper = keeper;
        this.nights = new NightReset(keeper);
    }

    /** The hub decided a live swipe. */
    public void decided(AccessRequest request, AccessDecision decision, Instant arrived, AccessChanges changes) {
        count(request, decision, arrived, changes);
        Door door = request.door();
        if (decision.reason() == AccessReason.GRANTED && door != null) {
            granted(door, request.direction(), decision, arrived, changes);
        }
    }

    /** A device let somebody pass by its own decision while it was cut off. */
    public void passed(Door door, Direction direction, AccessDecision decision, Instant at, AccessChanges changes) {
        String person = decision.person();
        if (person != null) {
            enter(person, door.target(direction), at, speaker(direction, decision), true, changes);
        }
    }

    private void count(AccessRequest request, AccessDecision decision, Instant at, AccessChanges changes) {
        Door door = request.door();
        Credential credential = keeper.shown(request.credential());
        if (door == null) {
            return;
        }
        boolean asked = door.pin() && request.direction() == Direction.IN;
        boolean guessed = decision.reason() == AccessReason.UNKNOWN_CREDENTIAL
                && request.credential().type() == CredentialType.PIN;
        if (credential != null && decision.reason() == AccessReason.PIN_WRONG) {
            changes.attempts(keeper.attempts()
                    .wrong(
                            PinAttempts.credential(credential.key()),
                            keeper.definition().access(),
                            at));
        } else if (credential != null && decision.reason() == AccessReason.GRANTED && asked) {
            keeper.attempts()
                    .right(PinAttempts.credential(credential.key()), at)
                    .forEach(changes::attempts);
        } else if (guessed) {
            changes.attempts(keeper.attempts()
                    .wrong(PinAttempts.door(door.id()), keeper.definition().access(), at));
        }
    }

    private void granted(Door door, Direction direction, AccessDecision decision, Instant at, AccessChanges changes) {
        String person = decision.person();
        String membership = speaker(direction, decision);
        Instant until = at.plus(opensWithin(door));
        boolean waits = door.contact() && !keeper.doors().isOpen(door.id());
        mayOpen(door, until, changes);
        if (person != null && waits) {
            UnusedGrant grant = new UnusedGrant(door.id(), door.target(direction), until, membership);
            put(keeper.presence().of(person).with(grant), changes);
        } else if (person != null) {
            enter(person, door.target(direction), at, membership, false, changes);
            firstIn(door, direction, at, changes);
        }
    }

    /**
     * A swipe or a person unlocked a door. No other door of the interlock may open until this door opens or the time is
     * over.
     */
    public void mayOpen(Door door, Instant until, AccessChanges changes) {
        if (door.interlock() != null && !keeper.doors().isOpen(door.id())) {
            put(keeper.doors().of(door.id()).grantedUntil(until), changes);
        }
    }

    /** The membership that an entry uses. To leave uses nothing. */
    private static @Nullable String speaker(Direction direction, AccessDecision decision) {
        return direction == Direction.IN && decision.membership() != null
                ? decision.membership().id()
                : null;
    }

    /**
     * Applies the report of a contact, unless the contact has reported something later. Where the door opens, the
     * people with a grant for the door pass it.
     */
    public void told(Door door, DoorContact contact, AccessChanges changes) {
        DoorContact said = keeper.doors().contacts().of(door.id(), contact.device());
        if (said != null
                && !said.isSilent()
                && contact.asOf().isBefore(said.asOf().minus(SLACK))) {
            return;
        }
        keeper.doors().contacts().put(contact);
        changes.contact(contact);
        DoorActivity before = keeper.doors().of(door.id());
        if (contact.isOpen() && before.grantedUntil() != null) {
            put(before.grantedUntil(null), changes);
        }
        if (contact.isOpen() && door.contact()) {
            for (Whereabouts of : keeper.presence().grantedAt(door.id())) {
                UnusedGrant grant = of.grant();
                Instant at = grant == null ? null : entryAt(grant, door, contact.asOf());
                if (grant != null && at != null) {
                    enter(of.person(), grant.target(), at, grant.membership(), false, changes);
                    Direction direction = grant.target().equals(door.to()) ? Direction.IN : Direction.OUT;
                    firstIn(door, direction, at, changes);
                }
            }
        }
    }

    /**
     * The instant of entry where the opening of a door uses a grant: the opening, but never before the grant. Null
     * where the opening does not use the grant.
     */
    private static @Nullable Instant entryAt(UnusedGrant grant, Door door, Instant opened) {
        Instant granted = grant.until().minus(opensWithin(door));
        if (opened.isAfter(grant.until()) || opened.isBefore(granted.minus(SLACK))) {
            return null;
        }
        return opened.isBefore(granted) ? granted : opened;
    }

    private static Duration opensWithin(Door door) {
        return TELLS_WITHIN.plusSeconds(door.unlockSeconds());
    }

    /** Moves a person to another zone, unless the hub knows a later passage of that person. */
    private void enter(
            String person,
            String target,
            Instant at,
            @Nullable String membership,
            boolean history,
            AccessChanges changes) {
        Whereabouts before = keeper.presence().of(person);
        if (!at.isBefore(before.since())) {
            nights.moved(person, at);
            Whereabouts now = before.in(target, at);
            put(history ? now.with(before.grant()) : now, changes);
            passed.add(new DoorPassage(before.forgiven() || before.isUnseen() ? null : before.zone(), target, at));
        }
        Membership used = membership == null ? null : keeper.membership(membership);
        if (used != null) {
            use(used, LocalDate.ofInstant(at, definition().timeZone()), changes);
        }
    }

    /** The passages since the last call. */
    public List<DoorPassage> takePassed() {
        return passed.take();
    }

    private void use(Membership membership, LocalDate day, AccessChanges changes) {
        Plan plan = definition().plans().get(membership.plan());
        boolean counted = plan != null && plan.visits() != null;
        boolean begins = membership.startsOnFirstUse()
                && (keeper.daysUsed().of(membership).isEmpty()
                        || day.isBefore(keeper.daysUsed().of(membership).first()));
        if ((counted || begins) && keeper.daysUsed().add(membership.id(), day)) {
            changes.dayUsed(membership.id(), day);
        }
    }

    private void firstIn(Door door, Direction direction, Instant at, AccessChanges changes) {
        boolean first = door.firstIn()
                && direction == Direction.IN
                && door.unlockSchedule() != null
                && door.unlockSchedule()
                        .isOpen(LocalDateTime.ofInstant(at, definition().timeZone()))
                && keeper.doors().modes().mode(door, at) == DoorMode.SECURE;
        if (first) {
            put(keeper.doors().of(door.id()).firstIn(at), changes);
        }
    }

    /** When {@link #tick} has work next; null for never. */
    public @Nullable Instant due() {
        return Deadlines.earliest(
                nights.due(),
                Deadlines.earliest(
                        keeper.presence().due(),
                        keeper.attempts().due(definition().access())));
    }

    /** Ends unused grants, forgets old wrong PINs, and does the nightly reset. */
    public void tick(Instant now, AccessChanges changes) {
        keeper.attempts().forget(definition().access(), now).forEach(changes::attempts);
        keeper.presence().lapsed(now).forEach(of -> lapse(of, changes));
        nights.tick(now, changes);
    }

    private void lapse(Whereabouts of, AccessChanges changes) {
        if (of.isUnseen()) {
            keeper.presence().remove(of.person());
            changes.whereaboutsGone(of.person());
        } else {
            put(of.with(null), changes);
        }
    }

    private void put(Whereabouts now, AccessChanges changes) {
        keeper.presence().put(now);
        changes.whereabouts(now);
    }

    private void put(DoorActivity now, AccessChanges changes) {
        keeper.doors().put(now);
        changes.doorActivity(now);
    }

    private SiteDefinition definition() {
        return keeper.definition();
    }
}
