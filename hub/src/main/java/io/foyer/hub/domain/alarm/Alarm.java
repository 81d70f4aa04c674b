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
 */
public record Alarm(
        AlarmKind kind,
        String subject,
        Instant since,
        @Nullable Instant until,
        @Nullable String acknowledgedBy) {

    /** How soon a person must act. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /** The cause of an alarm. */
    public enum AlarmKind {
        /** Somebody passed a door against the order of in and out, and soft anti-passback let the person pass. */
        PASSED_BACK(Severity.WARNING);

        private final Severity severity;

        AlarmKind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** True where the alarm is about energy or water. Otherwise the alarm is about a door or an entry. */
        public boolean isOfMeter() {
            return switch (this) {
                case PASSED_BACK -> false;
            };
        }
    }

    /** The id, unique in the site. */
    public String id() {
        return Code.of(kind) + "-" + subject + "-" + since.toEpochMilli();
    }

    public BilingualText text() {
        return switch (kind) {
            case PASSED_BACK ->
                new BilingualText(
                        subject + "：有人连续两次进入或离开，可能有人借用了卡或尾随",
                        subject
                                + ": somebody came in or left twice in a row; a card may have been lent, or a door held");
        };
    }

    boolean isAcknowledged() {
        return acknowledgedBy != null;
    }

    Alarm until(Instant last) {
        return new Alarm(kind, subject, since, last, acknowledgedBy);
    }

    Alarm acknowledgedBy(String person) {
        return new Alarm(kind, subject, since, until, person);
    }
}
