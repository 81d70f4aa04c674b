package io.foyer.hub.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Recorded people, counted by the lines of the site of recordings. */
class CountingBacktestTest {
    private static final Function<String, Instant> SITE_TIME = text ->
            LocalDateTime.parse(text).atZone(ZoneId.of("Asia/Singapore")).toInstant();

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
    void a_recorded_door_keeps_the_peak_of_each_day_and_the_house_is_empty_at_night() throws IOException {
        List<String[]> rows = Files.readAllLines(SharedData.file("calit2-people-counts.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        Instant first = SITE_TIME.apply(rows.get(0)[0]);
        CountedZones foyer = new CountedZones(SITE, first);
        foyer.totals("calit2-door", 0, 0, first, first);
        Map<LocalDate, Integer> peaks = new TreeMap<>();
        Map<LocalDate, Integer> shown = new TreeMap<>();
        long in = 0;
        long out = 0;
        int inDay = 0;
        for (String[] row : rows) {
            Instant at = SITE_TIME.apply(row[0]).plus(Duration.ofMinutes(30));
            LocalDate day = LocalDateTime.parse(row[0]).minusHours(4).toLocalDate();
            in += Long.parseLong(row[1]);
            out += Long.parseLong(row[2]);
            foyer.totals("calit2-door", in, out, at, at);
            inDay = peaks.containsKey(day) ? inDay : 0;
            inDay = Math.max(0, inDay + Integer.parseInt(row[1]) - Integer.parseInt(row[2]));
            Integer count = foyer.count("calit2", at);
            assertThat(count).as(row[0]).isNotNull().isNotNegative();
            if (row[0].endsWith("T04:00:00")) {
                assertThat(count).as(row[0]).isLessThanOrEqualTo(1);
            }
            peaks.merge(day, inDay, Math::max);
            shown.merge(day, row[0].contains("T04:") ? 0 : count, Math::max);
        }
        // From 15 October 2005 on the recording has its directions swapped for two weeks, and no day's course is known.
        peaks.forEach((day, peak) -> {
            if (day.isBefore(LocalDate.of(2005, 10, 15))) {
                assertThat(Math.abs(shown.get(day) - peak))
                        .as(day + " peak " + peak)
                        .isLessThanOrEqualTo(Math.max(4, peak / 10));
            }
        });
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
