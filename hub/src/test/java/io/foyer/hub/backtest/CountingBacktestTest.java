package io.foyer.hub.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;

/** Recorded people, counted by the lines of the site of recordings. */
class CountingBacktestTest {
    private static final SiteDefinition SITE = Configuration.read(Path.of("..", "config"), false).stream()
            .map(setup -> setup.definition())
            .filter(site -> site.site().equals("replay"))
            .findFirst()
            .orElseThrow();

    @Test
    void a_recorded_room_is_counted_with_less_than_a_third_of_the_error_of_entries_less_exits() throws IOException {
        CountingScore score = new CountingScore("room");
        RecordedRoom room = RecordedRoom.read(SharedData.file("robod-room1.csv"));
        for (int seed = 1; seed <= 5; seed++) {
            room.count(SITE, "calit2", "calit2-door", LineErrors.USUAL, seed, score);
        }
        assertThat(score.ofPlain()).isLessThan(0.3);
        assertThat(score.meanError()).isLessThan(0.3);
    }

    @Test
    void the_usual_ways_of_counting_are_what_they_are_called() {
        ZoneId zone = ZoneId.of("UTC");
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        BorderCounts counts = new BorderCounts(zone);
        counts.pass(3, 0, noon);
        counts.pass(0, 1, noon.plus(Duration.ofHours(5)));
        counts.pass(1, 0, noon.plus(Duration.ofHours(20)));
        assertThat(values(counts.plain())).containsExactly(3, 2, 3);
        assertThat(values(counts.reset())).containsExactly(3, 2, 0, 1);
        assertThat(values(counts.register()))
                .as("two who came at noon are gone by midnight")
                .endsWith(1, 0);
        assertThat(counts.register().lowerEntry(noon.plus(Duration.ofHours(19))).getValue())
                .isZero();
    }

    @Test
    void a_line_errs_as_often_as_it_is_said_to() {
        LineErrors errors = new LineErrors(0.03, 0.05, 0.01);
        assertThat(List.of(errors.times(true, 0.02), errors.times(true, 0.035), errors.times(true, 0.5)))
                .containsExactly(0, 2, 1);
        assertThat(List.of(errors.times(false, 0.045), errors.times(false, 0.055), errors.times(false, 0.5)))
                .containsExactly(0, 2, 1);
    }

    private static List<Integer> values(NavigableMap<Instant, Integer> counts) {
        return List.copyOf(counts.values());
    }
}
