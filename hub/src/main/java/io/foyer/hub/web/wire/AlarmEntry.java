package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.house.Code;
import io.foyer.hub.domain.house.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that somebody should look at. What is not there is null, never left out. */
public record AlarmEntry(
        String id,
        String type,
        String severity,
        String subject,
        Instant since,
        @Nullable Instant until,
        boolean acknowledged,
        @Nullable String acknowledgedBy,
        Text text,
        @JsonIgnore boolean isOfMeter) {

    /** All, or those of meters. */
    public static List<AlarmEntry> ofRole(List<AlarmEntry> alarms, boolean onlyMeters) {
        return onlyMeters ? alarms.stream().filter(AlarmEntry::isOfMeter).toList() : alarms;
    }

    public static AlarmEntry of(Alarm alarm) {
        return new AlarmEntry(
                alarm.id(),
                Code.of(alarm.kind()),
                Code.of(alarm.kind().severity()),
                alarm.subject(),
                alarm.since(),
                alarm.until(),
                alarm.acknowledgedBy() != null,
                alarm.acknowledgedBy(),
                alarm.text(),
                alarm.kind().isOfMeter());
    }

    /** True where there is nothing to be done about it any more. */
    public boolean isOver() {
        return acknowledged && until != null;
    }
}
