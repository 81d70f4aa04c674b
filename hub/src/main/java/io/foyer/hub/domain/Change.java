package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.alarm.Alarm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signal leaves behind that must outlive the hub. Each is whole: writing it twice is writing it once. */
public sealed interface Change
        permits AccessChange,
                OccupancyChange,
                EnergyChange,
                Change.MessageRecord,
                Change.AccessRecord,
                Change.DeadLetter,
                Change.MemberUpdate,
                Change.MemberErasure,
                Change.MembershipUpdate,
                Change.CredentialUpdate,
                Change.CredentialRemoval,
                Change.PeopleUpdate,
                Change.ReleaseUpdate,
                Change.BookingUpdate,
                Change.BookingRemoval,
                Change.VisitUpdate,
                Change.VisitRemoval,
                Change.OverrideUpdate,
                Change.OverrideRemoval,
                Change.LockdownUpdate,
                Change.AlarmUpdate,
                Change.AuditRecord {
    /** Hands what this change says to the method of its kind. */
    void accept(ChangeVisitor changes);

    /** How a dead letter names this change: it tells nobody's name, card or PIN. */
    default String summary() {
        return getClass().getSimpleName();
    }

    /**
     * A message as it came, for the trail and for knowing its id again.
     *
     * @param kind the last level of its topic, for example {@code swipe}
     * @param body its payload, valid JSON
     */
    record MessageRecord(String device, String kind, MessageStamp stamp, String body) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().heard(this);
        }
    }

    /** A decision at a door. */
    record AccessRecord(AccessEvent event) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().decided(event);
        }
    }

    /** A message that could not be taken, with the reason and the beginning of its payload. */
    record DeadLetter(Instant at, @Nullable String device, String topic, String reason, String payload)
            implements Change {
        /** As much of a payload as is kept. */
        public static final int MOST_BYTES = 1_024;

        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().letter(this);
        }
    }

    record MemberUpdate(Member member) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().member(member);
        }
    }

    /** The person is erased, the trail stays. */
    record MemberErasure(String member) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().memberErased(member);
        }
    }

    record MembershipUpdate(Membership membership) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().membership(membership);
        }
    }

    record CredentialUpdate(Credential credential) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().credential(credential);
        }
    }

    record CredentialRemoval(Credential.CredentialKey key) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().credentialGone(key);
        }
    }

    /** Many people at once, each key once. */
    record PeopleUpdate(List<Member> members, List<Membership> memberships, List<Credential> credentials)
            implements Change {
        public PeopleUpdate {
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
            return "PeopleUpdate[" + size() + " things]";
        }

        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().people(members, memberships, credentials);
        }
    }

    /** Every door stands open, or none does so any more where it is null. */
    record ReleaseUpdate(@Nullable Release release) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().release(release);
        }
    }

    record BookingUpdate(Booking booking) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().booking(booking);
        }
    }

    record BookingRemoval(String id) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().bookingGone(id);
        }
    }

    record VisitUpdate(Visit visit) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().visit(visit);
        }
    }

    record VisitRemoval(String id) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().visitGone(id);
        }
    }

    /** A person has set a door. */
    record OverrideUpdate(DoorOverride state) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorState(state);
        }
    }

    /** A door is again as its site file has it. */
    record OverrideRemoval(String door) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorResumed(door);
        }
    }

    /** The site is locked down, or, where null, no longer. */
    record LockdownUpdate(@Nullable Lockdown lockdown) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().lockdown(lockdown);
        }
    }

    /** What somebody should look at, as it is now. */
    record AlarmUpdate(Alarm alarm) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().alarm(alarm);
        }
    }

    /** A command of a person, as the trail tells it. */
    record AuditRecord(Instant at, String actor, String action, String subject, String detail) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().audited(this);
        }

        @Override
        public String summary() {
            return action + " " + subject + " by " + actor;
        }
    }
}
