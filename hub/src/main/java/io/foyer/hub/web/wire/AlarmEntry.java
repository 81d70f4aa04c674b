package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.BilingualText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm that somebody should look at. A missing value is null, never left out. */
public record AlarmEntry(
        String id,
        Alarm.AlarmKind type,
        Alarm.Severity severity,

        @Schema(description = "The id of the door, device or meter of the alarm; never a person")
        String subject,

        Instant since,

        @Schema(description = "When the alarm ended or happened last; null while it goes on") @Nullable Instant until,

        boolean acknowledged,
        @Nullable String acknowledgedBy,
        BilingualText text,

        @Schema(
                description =
                        "True where the alarm has ended and somebody has acknowledged it: nobody needs to do anything more")
        boolean over,

        @JsonIgnore boolean isOfMeter) {

    /** All alarms, or only those of meters. */
    public static List<AlarmEntry> ofRole(List<AlarmEntry> alarms, boolean onlyMeters) {
        return onlyMeters ? alarms.stream().filter(AlarmEntry::isOfMeter).toList() : alarms;
    }

    public static AlarmEntry of(Alarm alarm) {
        return new AlarmEntry(
                alarm.id(),
                alarm.kind(),
                alarm.kind().severity(),
                alarm.subject(),
                alarm.since(),
                alarm.until(),
                alarm.acknowledgedBy() != null,
                alarm.acknowledgedBy(),
                alarm.text(),
                alarm.isOver(),
                alarm.kind().isOfMeter());
    }
}
