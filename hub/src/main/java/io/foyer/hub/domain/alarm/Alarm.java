package io.foyer.hub.domain.alarm;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs the attention of a person.
 *
 * @param subject the door, device or meter of the alarm; never a person
 * @param since when the cause began, or first happened
 * @param until when the cause ended, or last happened; null while it goes on
 * @param acknowledgedBy the person who takes care of the cause, or null
 * @param evidence what was seen, since when, and what to do; null where the kind says all of it
 */
public record Alarm(
        AlarmKind kind,
        String subject,
        Instant since,
        @Nullable Instant until,
        @Nullable String acknowledgedBy,
        @Nullable BilingualText evidence) {

    /** An alarm whose kind says all of it. */
    public Alarm(
            AlarmKind kind, String subject, Instant since, @Nullable Instant until, @Nullable String acknowledgedBy) {
        this(kind, subject, since, until, acknowledgedBy, null);
    }

    /** How soon a person must act. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /** The cause of an alarm. */
    public enum AlarmKind {
        /** Somebody passed a door against the order of in and out, and soft anti-passback let the person pass. */
        PASSED_BACK(Severity.WARNING),
        /** A sensor says the same, whatever happens before it. */
        SENSOR_STUCK(Severity.WARNING),
        /** A sensor is not heard any more. */
        SENSOR_SILENT(Severity.WARNING),
        /** A sensor or its connection changes more often than people move. */
        SENSOR_FLAPPING(Severity.WARNING),
        /** A sensor has counted more people than can pass. */
        SENSOR_IMPOSSIBLE(Severity.INFO),
        /** A sensor contradicts the other sensors of its zone. */
        SENSOR_DISAGREEING(Severity.WARNING),
        /** The present quarter-hour will exceed the contracted demand, and can still be saved. */
        DEMAND_NEAR_LIMIT(Severity.WARNING),
        /** A register has left its level, and counts anew from another. */
        NEW_EPOCH(Severity.WARNING),
        /** Water flows where it should have stopped. */
        WATER_LEAK(Severity.WARNING);

        private final Severity severity;

        AlarmKind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** True where the alarm is about energy or water. Otherwise it is about a door, an entry or a sensor of people. */
        public boolean isOfMeter() {
            return switch (this) {
                case PASSED_BACK, SENSOR_STUCK, SENSOR_SILENT, SENSOR_FLAPPING, SENSOR_IMPOSSIBLE, SENSOR_DISAGREEING ->
                    false;
                case DEMAND_NEAR_LIMIT, NEW_EPOCH, WATER_LEAK -> true;
            };
        }
    }

    /** The id, unique in the site. */
    public String id() {
        return Code.of(kind) + "-" + subject + "-" + since.toEpochMilli();
    }

    public BilingualText text() {
        return evidence == null ? text(kind, subject) : evidence;
    }

    private static BilingualText text(AlarmKind kind, String subject) {
        return switch (kind) {
            case PASSED_BACK ->
                new BilingualText(
                        subject + "：有人连续两次进入或离开，可能有人借用了卡或尾随",
                        subject
                                + ": somebody came in or left twice in a row; a card may have been lent, or a door held");
            case SENSOR_STUCK -> new BilingualText(subject + "：传感器卡住", subject + ": the sensor is stuck");
            case SENSOR_SILENT -> new BilingualText(subject + "：传感器失联", subject + ": the sensor is silent");
            case SENSOR_FLAPPING -> new BilingualText(subject + "：传感器反复跳变", subject + ": the sensor flaps");
            case SENSOR_IMPOSSIBLE -> new BilingualText(subject + "：计数不可能", subject + ": an impossible count");
            case SENSOR_DISAGREEING ->
                new BilingualText(subject + "：与相邻传感器不符", subject + ": the sensor contradicts its neighbours");
            case DEMAND_NEAR_LIMIT ->
                new BilingualText(subject + "：需量将超过合同值", subject + ": demand will exceed what is agreed");
            case NEW_EPOCH -> new BilingualText(subject + "：读数重新起算", subject + ": the register counts anew");
            case WATER_LEAK -> new BilingualText(subject + "：可能漏水", subject + ": water may be leaking");
        };
    }

    /** True where nothing is left to be done: it has ended, and a person has seen to it. */
    public boolean isOver() {
        return until != null && acknowledgedBy != null;
    }

    boolean isAcknowledged() {
        return acknowledgedBy != null;
    }

    Alarm until(Instant last) {
        return new Alarm(kind, subject, since, last, acknowledgedBy, evidence);
    }

    /** The cause has happened, last at an instant, and this is what was seen of it. */
    Alarm until(Instant last, BilingualText seen) {
        return new Alarm(kind, subject, since, last, acknowledgedBy, seen);
    }

    /** The cause goes on, and this is what is seen of it. */
    Alarm goesOn(BilingualText seen) {
        return new Alarm(kind, subject, since, null, acknowledgedBy, seen);
    }

    Alarm acknowledgedBy(String person) {
        return new Alarm(kind, subject, since, until, person, evidence);
    }
}
