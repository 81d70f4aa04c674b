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

/**
 * What a signal leaves behind that must outlive the hub. Each change is whole: to write it twice is to write it once.
 */
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
    /** Hands this change to the method of its kind. */
    void accept(ChangeVisitor changes);

    /** The text for a dead letter of this change. The text holds no name, no card and no PIN. */
    default String summary() {
        return getClass().getSimpleName();
    }

    /**
     * A message as it came. The trail shows the message; the hub recognises a repetition by the id.
     *
     * @param kind the last level of the topic, for example {@code swipe}
     * @param body the payload, valid JSON
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

    /** A message that the hub could not take, with the reason and the beginning of the payload. */
    record DeadLetter(Instant at, @Nullable String device, String topic, String reason, String payload)
            implements Change {
        /** The hub keeps this much of a payload. */
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

    /** Erases a person. The trail stays. */
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

    /** Many people at once. Each key is there once. */
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

        /** Names no people: the text of a whole file would take megabytes. */
        @Override
        public String toString() {
            return "PeopleUpdate[" + size() + " things]";
        }

        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().people(members, memberships, credentials);
        }
    }

    /** Every door stands open. Null ends that. */
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

    /** A person orders a door to stand otherwise than the site file says. */
    record OverrideUpdate(DoorOverride state) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorState(state);
        }
    }

    /** A door stands again as the site file says. */
    record OverrideRemoval(String door) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorResumed(door);
        }
    }

    /** The site is in lockdown. Null ends the lockdown. */
    record LockdownUpdate(@Nullable Lockdown lockdown) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().lockdown(lockdown);
        }
    }

    /** The state of an alarm. */
    record AlarmUpdate(Alarm alarm) implements Change {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.trail().alarm(alarm);
        }
    }

    /** A line of the trail about the command of a person. */
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
