package io.foyer.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.Places;
import io.foyer.simulators.day.DayPlanner;
import io.foyer.simulators.sense.Headcount;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTimeTest {
    private static final ZoneId HARBOUR = ZoneId.of("Asia/Shanghai");
    private static final DemoTime TIME = new DemoTime(HARBOUR);

    @TempDir
    Path folder;

    @Test
    void at_every_hour_of_a_year_there_are_60_people_and_no_time_is_from_the_future() {
        Space space = SpaceReader.read(Places.config(), "harbour");
        DayPlanner planner = new DayPlanner(space, 1);
        Map<LocalDate, List<Headcount.Change>> days = new HashMap<>();
        Instant first = there("2026-01-05T00:00");
        for (int hour = 0; hour < 365 * 24; hour++) {
            Instant now = first.plus(Duration.ofHours(hour));
            Instant begins = TIME.begins(now, Instant.MIN);
            assertThat(begins).isBeforeOrEqualTo(now);
            LocalDateTime local = LocalDateTime.ofInstant(begins.plusSeconds(60), HARBOUR);
            List<Headcount.Change> people =
                    days.computeIfAbsent(local.toLocalDate(), date -> Headcount.of(space, planner.plan(date))
                            .of("house"));
            int second = local.toLocalTime().toSecondOfDay();
            int inside = people.stream()
                    .filter(change -> change.second() <= second)
                    .reduce((before, last) -> last)
                    .map(Headcount.Change::people)
                    .orElse(0);
            assertThat(inside).as("%s for a visitor at %s", local, now).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void in_the_middle_of_a_working_day_time_is_the_visitors_own() {
        Instant tuesday = there("2026-11-24T14:20");
        assertThat(TIME.begins(tuesday, Instant.MIN)).isEqualTo(tuesday);
    }

    @Test
    void at_night_and_at_the_weekend_it_is_the_last_working_morning() {
        assertThat(TIME.begins(there("2026-11-28T03:00"), Instant.MIN)).isEqualTo(there("2026-11-27T10:15"));
        assertThat(TIME.begins(there("2026-11-24T21:00"), Instant.MIN)).isEqualTo(there("2026-11-24T10:15"));
        assertThat(TIME.begins(there("2026-10-07T20:00"), Instant.MIN)).isEqualTo(there("2026-09-30T10:15"));
    }

    @Test
    void the_next_start_never_goes_back() {
        Instant saturday = there("2026-11-28T03:00");
        assertThat(TIME.begins(saturday, there("2026-11-27T12:00"))).isEqualTo(there("2026-11-27T12:00"));
        assertThat(TIME.begins(saturday, there("2026-11-27T19:00"))).isEqualTo(there("2026-11-30T10:15"));
        assertThat(TIME.begins(there("2026-12-02T23:00"), there("2026-11-27T19:00")))
                .isEqualTo(there("2026-12-02T10:15"));
    }

    @Test
    void only_a_new_folder_and_the_demos_own_get_the_demos_time() throws Exception {
        Instant saturday = there("2026-11-28T03:00");
        assertThat(TIME.begins(folder.resolve("data"), saturday)).contains(there("2026-11-27T10:15"));
        Files.createDirectories(folder.resolve("postgres"));
        assertThat(TIME.begins(folder, saturday)).isEmpty();
        Files.writeString(folder.resolve("demo-time"), there("2026-11-27T12:00") + "\n");
        assertThat(TIME.begins(folder, saturday)).contains(there("2026-11-27T12:00"));
    }

    private static Instant there(String local) {
        return LocalDateTime.parse(local).atZone(HARBOUR).toInstant();
    }
}
