package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedStore.class)
class ReadingsAroundTest {
    private static final String DAY = "2026-11-23T";
    private final Shared shared;

    ReadingsAroundTest(Shared shared) {
        this.shared = shared;
    }

    /**
     * Readings are given as their time of the day and, for all but sound ones, the first letter of the verdict: held,
     * error, baseline, restart. The answer says whether it begins with the first and ends with the newest of all.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 30 minutes outward from the neighbours 10:20 and 10:40, a quarter-hour more, and on to the next
                "09:20 09:30 09:40 09:50 10:00 10:20 10:40 11:00 11:10 11:20 11:30 11:40 | 10:30"
                        + " | 09:30 09:40 09:50 10:00 10:20 10:40 11:00 11:10 11:20 11:30",
                // a reading exactly at an edge is the last that is needed
                "09:25 09:35 09:50 10:20 10:40 11:10 11:25 11:30 | 10:30 | 09:35 09:50 10:20 10:40 11:10 11:25",
                // neither held nor wrong readings are neighbours or ends, but they are among the answers
                "09:10 09:20 09:30h 09:45 10:15h 10:20 10:25e 10:40 10:45e 11:15 11:31h 11:35 11:50 | 10:30"
                        + " | 09:20 09:30h 09:45 10:15h 10:20 10:25e 10:40 10:45e 11:15 11:31h 11:35",
                // a baseline and a restart are as good as a sound one; where there is no more, all there is
                "10:00b 10:20 10:40 11:30r 11:50 12:10 | 10:30 | first 10:00b 10:20 10:40 11:30r 11:50",
                "10:20 10:40 11:00 | 10:10 | first 10:20 10:40 11:00 newest",
                "08:00 09:00 09:50 10:20 | 10:30 | 09:00 09:50 10:20 newest",
                // of the very same instant
                "09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30 | 10:30 | 09:30 10:00 10:30 11:00 11:30 12:00",
                "'' | 10:30 | first newest",
                // several late ones: from the oldest back and from the newest on
                "09:20 09:30 09:40 09:50 10:00 10:20 10:40 11:00 11:10 11:20 11:30 11:40 | 10:10 10:30"
                        + " | first 09:20 09:30 09:40 09:50 10:00 10:20 10:40 11:00 11:10 11:20 11:30",
            })
    void the_readings_that_a_late_one_can_touch(String readings, String late, String expected) {
        String site = shared.newSite();
        List<Change> changes = new ArrayList<>();
        for (String reading : readings.split(" ")) {
            if (!reading.isEmpty()) {
                changes.add(new ReadingRecord("main", judged(reading)));
                changes.add(new ReadingRecord("light", judged(reading.replaceFirst("\\d\\d$", "59"))));
            }
        }
        TestStore.await(shared.journal.commit(new Batch(List.of(new BatchEntry(site, changes)))));

        String[] ends = late.split(" ");
        ReadingRange around = TestStore.await(shared.journal.readingsAround(
                site, "main", time(ends[0]), time(ends[ends.length - 1]), Duration.ofMinutes(30)));
        List<String> answer = new ArrayList<>(around.fromFirst() ? List.of("first") : List.of());
        around.rows().forEach(row -> answer.add(text(row)));
        answer.addAll(around.toNewest() ? List.of("newest") : List.of());
        assertThat(String.join(" ", answer)).isEqualTo(expected);
    }

    private static Instant time(String ofDay) {
        return Instant.parse(DAY + ofDay + ":00Z");
    }

    private static JudgedReading judged(String text) {
        String letter = text.substring(5);
        ReadingVerdict verdict = letter.isEmpty()
                ? ReadingVerdict.SOUND
                : Arrays.stream(ReadingVerdict.values())
                        .filter(each -> each.name().startsWith(letter.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow();
        return new JudgedReading(new Reading(time(text.substring(0, 5)), 1), verdict, null);
    }

    private static String text(JudgedReading judged) {
        String letter = judged.verdict() == ReadingVerdict.SOUND
                ? ""
                : judged.verdict().name().substring(0, 1).toLowerCase(Locale.ROOT);
        return judged.reading().at().toString().substring(11, 16) + letter;
    }
}
