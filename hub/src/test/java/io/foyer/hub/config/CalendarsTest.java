package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.definition.Holidays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarsTest {
    @TempDir
    Path folder;

    private Holidays named(String name) {
        FaultList faults = new FaultList(folder.resolve("site.yaml"), new LineIndex(""));
        Holidays holidays = new Calendars(folder).named(name, "/schedules/0/holidays", faults);
        faults.throwIfAny();
        return holidays;
    }

    private static long days(Holidays holidays, int year) {
        return holidays.off().keySet().stream()
                .filter(day -> day.getYear() == year)
                .count();
    }

    @Test
    void chinas_year_is_that_of_the_state_councils_notice_and_the_next_one_that_of_the_law() {
        Holidays china = named("china");

        assertThat(days(china, 2026)).isEqualTo(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(days(china, 2027)).isEqualTo(13);
        assertThat(china.workdays().keySet())
                .hasSize(6)
                .allMatch(day -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
                .doesNotContainAnyElementsOf(china.off().keySet());
        assertThat(china.off().get(LocalDate.parse("2026-02-17")).zh()).isEqualTo("春节");
    }

    @Test
    void germanys_holidays_are_nine_a_year_and_go_by_easter() {
        Holidays germany = named("germany");

        for (LocalDate easter : new LocalDate[] {LocalDate.of(2026, 4, 5), LocalDate.of(2027, 3, 28)}) {
            assertThat(days(germany, easter.getYear())).isEqualTo(9);
            assertThat(germany.off())
                    .containsKeys(easter.minusDays(2), easter.plusDays(1), easter.plusDays(39), easter.plusDays(50));
        }
        assertThat(germany.workdays()).isEmpty();
    }

    @Test
    void a_calendar_of_the_houses_own_comes_before_ours() throws IOException {
        Files.createDirectory(folder.resolve("schedules"));
        Files.writeString(folder.resolve("schedules/china.yaml"), "holidays: [{date: 2026-11-25, until: 2026-11-26}]");

        assertThat(named("china").off().keySet())
                .containsExactlyInAnyOrder(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-26"));
    }

    @Test
    void what_is_wrong_is_told_with_file_line_and_remedy() throws IOException {
        assertThatThrownBy(() -> named("atlantis"))
                .hasMessageContaining("there is no holiday calendar `atlantis`")
                .hasMessageContaining("schedules/atlantis.yaml");
        assertThatThrownBy(() -> named("../china")).hasMessageContaining("there is no holiday calendar");
        Files.createDirectory(folder.resolve("schedules"));
        Files.writeString(
                folder.resolve("schedules/ours.yaml"),
                "holidays:\n  - {date: 2026-11-25, until: 2026-11-24}\n  - {date: 2026-12-01}\n  - {date: 2026-12-01}\n");
        assertThatThrownBy(() -> named("ours"))
                .hasMessageContaining("ours.yaml:2: ")
                .hasMessageContaining("ours.yaml:4: `2026-12-01` is there twice");
    }
}
