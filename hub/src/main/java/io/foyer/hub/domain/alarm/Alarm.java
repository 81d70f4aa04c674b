package io.foyer.hub.domain.alarm;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param subject the door, device or meter that it is about; never a person
 * @param since when it began, or happened for the first time
 * @param until when it ended, or happened last; null while it goes on
 * @param acknowledgedBy who has seen to it, or null
 */
public record Alarm(
        AlarmKind kind,
        String subject,
        Instant since,
        @Nullable Instant until,
        @Nullable String acknowledgedBy) {

    /** How soon it must be looked at. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /** What there is to look at. */
    public enum AlarmKind {
        /** A door was passed against the order of in and out, and let them: soft anti-passback. */
        PASSED_BACK(Severity.WARNING);

        private final Severity severity;

        AlarmKind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** Whether it is about energy or water; else it is about doors and who passes them. */
        public boolean isOfMeter() {
            return switch (this) {
                case PASSED_BACK -> false;
            };
        }
    }

    /** Unique in its site. */
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
