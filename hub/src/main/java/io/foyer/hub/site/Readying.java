package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.house.Plan;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes acts ready to which nobody objects. */
final class Readying {
    private static final String MEMBER = "member ";
    private static final String MEMBERSHIP = "membership ";

    private final Site site;
    private final UnderWay underWay;
    private final Clock clock;
    private final Consumer<Effects> take;
    private final DoorActs doors;

    Readying(Site site, UnderWay underWay, Clock clock, Consumer<Effects> take) {
        this.site = site;
        this.underWay = underWay;
        this.clock = clock;
        this.take = take;
        this.doors = new DoorActs(site, underWay, clock, take);
    }

    static String keyOfBooking(String id) {
        return "booking " + id;
    }

    static String keyOfVisit(String id) {
        return "visit " + id;
    }

    static String keyOfMember(String id) {
        return MEMBER + id;
    }

    static String keyOfMembership(String id) {
        return MEMBERSHIP + id;
    }

    static boolean isOfMember(Object key) {
        return key instanceof String text && text.startsWith(MEMBER);
    }

    static boolean isOfMembership(Object key) {
        return key instanceof String text && text.startsWith(MEMBERSHIP);
    }

    Ready of(Act act, String actor) {
        Ready ofDoor = doors.of(act, actor);
        return ofDoor == null ? ofOthers(act, actor) : ofDoor;
    }

    private Ready ofOthers(Act act, String actor) {
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.PutMember put) {
            String id = put.member().id();
            Member before = keeper.member(id);
            Change change = new Change.MemberIs(put.member());
            return Ready.replacing(
                    keyOfMember(id),
                    "put-member",
                    id,
                    change,
                    before,
                    before == null ? null : before.and(put.member()),
                    put.member(),
                    keeper::put,
                    () -> keeper.erase(id));
        }
        if (act instanceof Act.EraseMember erase) {
            String id = erase.member();
            Change change = new Change.MemberErased(id);
            return new Ready(keyOfMember(id), null, "erase-member", id, change, () -> keeper.erase(id), true);
        }
        if (act instanceof Act.PutMembership put) {
            Membership membership = put.membership();
            Membership before = keeper.membership(membership.id());
            Plan plan = site.house().plans().get(membership.plan());
            return Ready.replacing(
                    keyOfMembership(membership.id()),
                    "put-membership",
                    membership.id(),
                    new Change.MembershipIs(membership),
                    before,
                    membership.status() != Membership.Status.ACTIVE
                            ? membership
                            : before == null ? null : before.and(membership, plan == null || plan.isCounted()),
                    membership,
                    one -> ifKnown(one.member(), () -> keeper.put(one)),
                    () -> keeper.removeMembership(membership.id()));
        }
        if (act instanceof Act.PutBooking put) {
            Booking booking = put.booking();
            return new Ready(
                    keyOfBooking(booking.id()),
                    booking,
                    "put-booking",
                    booking.id(),
                    new Change.BookingIs(booking),
                    () -> ofKnownMembers(booking),
                    false);
        }
        if (act instanceof Act.Acknowledge seen) {
            String id = seen.alarm();
            Runnable inMemory = () -> take.accept(site.acknowledge(id, actor));
            return new Ready("alarm " + id, null, "acknowledge", id, "", List.of(), inMemory, true);
        }
        if (act instanceof Act.RemoveBooking remove) {
            String id = remove.id();
            Change change = new Change.BookingGone(id);
            Booking before = keeper.bookings().get(id);
            return new Ready(keyOfBooking(id), null, "remove-booking", id, change, () -> keeper.removeBooking(id), true)
                    .undoneBy(() -> ifAny(before, this::ofKnownMembers));
        }
        return act instanceof Act.PutCredential || act instanceof Act.RemoveCredential ? credential(act) : visit(act);
    }

    private Ready credential(Act act) {
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.PutCredential put) {
            Credential credential = put.keepsPin() ? underWay.keepingPin(put.credential(), keeper) : put.credential();
            Credential before = keeper.credential(credential.key());
            return Ready.replacing(
                    credential.key(),
                    "put-credential",
                    credential.key().ending(),
                    new Change.CredentialIs(credential),
                    before,
                    credential.blocked() ? credential : before == null ? null : before.and(credential),
                    credential,
                    one -> ifKnown(one.member(), () -> keeper.put(one)),
                    () -> keeper.remove(credential.key()));
        }
        Credential.Key key = ((Act.RemoveCredential) act).key();
        Change change = new Change.CredentialGone(key);
        Credential before = keeper.credential(key);
        return new Ready(key, null, "remove-credential", key.ending(), change, () -> keeper.remove(key), true)
                .undoneBy(() -> ifAny(before, one -> ifKnown(one.member(), () -> keeper.put(one))));
    }

    private Ready visit(Act act) {
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.PutVisit put) {
            Visit before = underWay.visit(put.id(), keeper);
            Visit visit = new Visit(
                    put.id(),
                    put.visitor(),
                    put.host(),
                    put.from(),
                    put.until(),
                    put.doors(),
                    before == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : before.issued(),
                    before == null ? null : before.checkedIn(),
                    before == null ? null : before.checkedOut());
            Visit inForce = keeper.visit(put.id());
            return Ready.replacing(
                    keyOfVisit(visit.id()),
                    "put-visit",
                    visit.id(),
                    new Change.VisitIs(visit),
                    inForce,
                    inForce == null ? null : inForce.and(visit),
                    visit,
                    this::ofKnownHost,
                    () -> keeper.removeVisit(visit.id()));
        }
        if (act instanceof Act.CheckIn in) {
            return visit("check-in", expected(in.visit()).checkIn(clock.instant()), false);
        }
        if (act instanceof Act.CheckOut out) {
            return visit("check-out", expected(out.visit()).checkOut(clock.instant()), true);
        }
        String id = ((Act.RemoveVisit) act).id();
        Change change = new Change.VisitGone(id);
        Visit before = keeper.visit(id);
        return new Ready(keyOfVisit(id), null, "remove-visit", id, change, () -> keeper.removeVisit(id), true)
                .undoneBy(() -> ifAny(before, this::ofKnownHost));
    }

    private Ready visit(String action, Visit visit, boolean restricts) {
        Visit before = site.doorkeeper().visit(visit.id());
        return new Ready(
                        keyOfVisit(visit.id()),
                        visit,
                        action,
                        visit.id(),
                        new Change.VisitIs(visit),
                        () -> ofKnownHost(visit),
                        restricts)
                .undoneBy(() -> ifAny(before, this::ofKnownHost));
    }

    private Visit expected(String id) {
        return Objects.requireNonNull(underWay.visit(id, site.doorkeeper()), id);
    }

    private void ofKnownHost(Visit visit) {
        ifKnown(visit.host(), () -> site.doorkeeper().put(visit));
    }

    private static <T> void ifAny(@Nullable T before, Consumer<T> put) {
        if (before != null) {
            put.accept(before);
        }
    }

    private void ifKnown(String member, Runnable then) {
        ifKnown(site.doorkeeper(), member, then);
    }

    /** Who was erased while this was under way gets nothing any more. */
    static void ifKnown(Doorkeeper keeper, String member, Runnable then) {
        if (keeper.knows(member)) {
            then.run();
        }
    }

    /** Who was erased meanwhile has booked nothing. */
    private void ofKnownMembers(Booking booking) {
        Booking rest = booking;
        for (String member : booking.members()) {
            rest = rest == null || site.doorkeeper().knows(member) ? rest : rest.without(member);
        }
        if (rest != null) {
            site.doorkeeper().put(rest);
        }
    }
}
