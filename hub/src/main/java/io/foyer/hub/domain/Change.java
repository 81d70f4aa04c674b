package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signal leaves behind that must outlive the hub. Each change is whole: to write it twice is to write it once.
 */
public sealed interface Change
        permits AccessChange,
                PeopleChange,
                ReservationChange,
                DoorChange,
                OccupancyChange,
                EnergyChange,
                TariffChange,
                StatementChange,
                Change.MessageRecord,
                Change.AccessRecord,
                Change.DeadLetter,
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
