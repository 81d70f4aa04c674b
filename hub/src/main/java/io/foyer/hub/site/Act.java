package io.foyer.hub.site;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may change in a site. */
public sealed interface Act {
    record PutMember(Member member) implements Act {}

    record EraseMember(String member) implements Act {}

    record PutMembership(Membership membership) implements Act {}

    /** With {@code keepsPin} the same member's PIN stays as it is. */
    record PutCredential(Credential credential, boolean keepsPin) implements Act {}

    record RemoveCredential(Credential.Key key) implements Act {}

    /** A whole file of people: all of it or nothing. Each key is there once, and PINs that are not given stay. */
    record ImportPeople(List<Member> members, List<Membership> memberships, FileCredentials credentials)
            implements Act {
        public ImportPeople {
            members = List.copyOf(members);
            memberships = List.copyOf(memberships);
        }
    }

    /** Asks what objects to these credentials of a file, and does nothing. */
    record TryCredentials(FileCredentials credentials) implements Act {}

    /** Lets somebody in once. {@code seconds}: for how long, or null for as long as the door usually opens. */
    record Unlock(String door, @Nullable Integer seconds, String reason) implements Act {}

    /** Locks a door or holds it open, for so many seconds or, where null, until it is resumed. */
    record SetDoor(
            String door, DoorState.Mode mode, @Nullable Integer seconds, String reason) implements Act {}

    /** Ends that: the door is again as its site file has it. */
    record ResumeDoor(String door, String reason) implements Act {}

    /** Shuts every door of the site. */
    record LockDown(String reason) implements Act {}

    record EndLockdown(String reason) implements Act {}

    /** Lets every door of the site stand open, as in a fire. */
    record ReleaseDoors(String reason) implements Act {}

    record EndRelease(String reason) implements Act {}

    /** Somebody sees to an alarm. */
    record Acknowledge(String alarm) implements Act {}

    record PutBooking(Booking booking) implements Act {}

    record RemoveBooking(String id) implements Act {}

    /** A visit keeps its pass and what the desk has seen of it. */
    record PutVisit(String id, String visitor, String host, Instant from, Instant until, Set<String> doors)
            implements Act {
        public PutVisit {
            doors = Set.copyOf(doors);
        }
    }

    record RemoveVisit(String id) implements Act {}

    record CheckIn(String visit) implements Act {}

    record CheckOut(String visit) implements Act {}
}
