package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Attempts;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signal leaves behind that must outlive the hub. Each is whole: writing it twice is writing it once. */
public sealed interface Change {

    /**
     * A message as it came, for the trail and for knowing its id again.
     *
     * @param kind the last level of its topic, for example {@code swipe}
     * @param body its payload, valid JSON
     */
    record Heard(String device, String kind, Stamp stamp, String body) implements Change {}

    /** A decision at a door. */
    record Decided(AccessEvent event) implements Change {}

    /** A zone's count from an instant on. */
    record Counted(Point point) implements Change {}

    /** People who passed the border of a zone at an instant whose count is told already, and stays as it is. */
    record Passed(String zone, Instant at, int entries, int exits) implements Change {}

    /** What an occupancy sensor said last. */
    record SourceIs(Source source) implements Change {}

    /** The people that line counters have brought into a zone, less those they took out. */
    record FlowIs(String zone, int people) implements Change {}

    /** A reading and its judgement, which replaces an earlier judgement of the same reading. */
    record Read(String meter, Judged judged) implements Change {}

    /** A quarter's whole amount, which replaces what the quarter had before. */
    record Booked(Quarter quarter) implements Change {}

    /** The flow of the moment, W or m³/h; null where the meter does not tell it. */
    record RateIs(String meter, @Nullable Double rate, Instant asOf) implements Change {}

    /** A message that could not be taken, with the reason and the beginning of its payload. */
    record DeadLetter(Instant at, @Nullable String device, String topic, String reason, String payload)
            implements Change {
        /** As much of a payload as is kept. */
        public static final int MOST_BYTES = 1_024;
    }

    record MemberIs(Member member) implements Change {}

    /** The person is erased, the trail stays. */
    record MemberErased(String member) implements Change {}

    record MembershipIs(Membership membership) implements Change {}

    record CredentialIs(Credential credential) implements Change {}

    record CredentialGone(Credential.Key key) implements Change {}

    /** Many people at once, each key once. */
    record PeopleAre(List<Member> members, List<Membership> memberships, List<Credential> credentials)
            implements Change {
        public PeopleAre {
            members = List.copyOf(members);
            memberships = List.copyOf(memberships);
            credentials = List.copyOf(credentials);
        }

        public int size() {
            return members.size() + memberships.size() + credentials.size();
        }

        /** Not everybody, which would be megabytes. */
        @Override
        public String toString() {
            return "PeopleAre[" + size() + " things]";
        }
    }

    /** Where somebody is by their swipes. */
    record WhereaboutsAre(Whereabouts whereabouts) implements Change {}

    /** Where somebody was is forgotten. */
    record WhereaboutsGone(String person) implements Change {}

    /** A membership that counts its days was used on one. */
    record DayUsed(String membership, LocalDate day) implements Change {}

    record AttemptsAre(Attempts.Count count) implements Change {}

    /** What a contact said last, and whether that still stands. */
    record ContactIs(Contact contact) implements Change {}

    record DoorActed(DoorActivity activity) implements Change {}

    /** Every door stands open, or none does so any more where it is null. */
    record ReleaseIs(@Nullable Release release) implements Change {}

    record BookingIs(Booking booking) implements Change {}

    record BookingGone(String id) implements Change {}

    record VisitIs(Visit visit) implements Change {}

    record VisitGone(String id) implements Change {}

    /** A person has set a door. */
    record DoorIs(DoorState state) implements Change {}

    /** A door is again as its site file has it. */
    record DoorResumed(String door) implements Change {}

    /** The site is locked down, or, where null, no longer. */
    record LockdownIs(@Nullable Lockdown lockdown) implements Change {}

    /** What somebody should look at, as it is now. */
    record AlarmIs(Alarm alarm) implements Change {}

    /** An act of a person. */
    record Audited(Instant at, String actor, String action, String subject, String detail) implements Change {}
}
