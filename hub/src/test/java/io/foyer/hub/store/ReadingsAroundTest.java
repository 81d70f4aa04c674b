package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.Read;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Judged.Verdict;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
     * error, baseline, restart.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // whole quarters outward from the neighbours 10:20 and 10:40, and on to the next sound ones
                "10:00 10:10 10:14 10:20 10:40 10:44 10:50 11:00 | 10:30 | 10:14 10:20 10:40 10:44 10:50",
                // a reading exactly at the edge of the quarter is the last that is needed
                "10:00 10:15 10:20 10:40 10:45 10:50 | 10:30 | 10:15 10:20 10:40 10:45",
                // a neighbour on the edge itself begins its own quarter
                "09:45 10:15 10:45 11:00 11:15 | 10:30 | 10:15 10:45 11:00",
                // neither held nor wrong readings are neighbours or ends, but they are among the answers
                "10:00 10:10h 10:20 10:25h 10:35e 10:40 10:50e 10:55 11:10 | 10:30"
                        + " | 10:00 10:10h 10:20 10:25h 10:35e 10:40 10:50e 10:55",
                // a baseline and a restart are as good as a sound one
                "10:00b 10:20 10:40 10:50r 11:10 | 10:30 | 10:00b 10:20 10:40 10:50r",
                // nothing sound before it, or after it
                "10:20 10:40 11:00 | 10:10 | 10:20 10:40",
                "09:50 10:00 10:20 10:25h | 10:30 | 10:00 10:20 10:25h",
                "10:05 10:20 | 10:30 | 10:05 10:20",
                "10:16 10:20 | 10:30 | 10:16 10:20",
                // of the very same instant
                "10:00 10:30 11:00 | 10:30 | 10:00 10:30 11:00",
                "'' | 10:30 | ''",
            })
    void the_readings_that_a_late_one_can_touch(String readings, String late, String expected) {
        String site = shared.newSite();
        List<Change> changes = new ArrayList<>();
        for (String reading : readings.split(" ")) {
            if (!reading.isEmpty()) {
                changes.add(new Read("main", judged(reading)));
                changes.add(new Read("light", judged(reading.replaceFirst("\\d\\d$", "59"))));
            }
        }
        TestStore.await(shared.journal.commit(new Batch(List.of(new Entry(site, changes)))));

        List<Judged> around =
                TestStore.await(shared.journal.readingsAround(site, "main", Instant.parse(DAY + late + ":00Z")));
        assertThat(around.stream().map(ReadingsAroundTest::text).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static Judged judged(String text) {
        String letter = text.substring(5);
        Verdict verdict = letter.isEmpty()
                ? Verdict.SOUND
                : Arrays.stream(Verdict.values())
                        .filter(each -> each.name().startsWith(letter.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow();
        return new Judged(new Reading(Instant.parse(DAY + text.substring(0, 5) + ":00Z"), 1), verdict, null);
    }

    private static String text(Judged judged) {
        String letter = judged.verdict() == Verdict.SOUND
                ? ""
                : judged.verdict().name().substring(0, 1).toLowerCase(Locale.ROOT);
        return judged.reading().at().toString().substring(11, 16) + letter;
    }
}
