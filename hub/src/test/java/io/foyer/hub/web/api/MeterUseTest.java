package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.MeterUse;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeterUseTest {
    private static final String ENERGY = "/api/v1/sites/harbour/energy";
    private static final String RANGE = "?meter=main&from=2026-11-23&to=2026-11-24";

    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void months_and_hours_of_the_week_are_told_by_the_sites_calendar() {
        hub.archive.months.add(new MeterUse.MonthUse(YearMonth.of(2026, 11), Kwh.of(8893.22496), true));
        hub.archive.weekdays.add(
                new MeterUse.WeekdayUse(DayOfWeek.MONDAY, 4, Collections.nCopies(24, Kwh.of(0.1) * 3), false));

        assertThat(hub.get(Role.ADMIN, ENERGY + "/months" + RANGE).body())
                .isEqualTo("{\"items\":[{\"month\":\"2026-11\",\"quantity\":8893.22496,\"estimated\":true}]}");
        JsonNode week = hub.get(Role.ADMIN, ENERGY + "/week" + RANGE).json().path("items");
        assertThat(week).hasSize(24);
        assertThat(week.get(8).toString())
                .isEqualTo("{\"day\":\"mon\",\"hour\":8,\"quantity\":0.3,\"days\":4,\"estimated\":false}");
    }

    @Test
    void a_history_can_be_taken_as_a_table() {
        hub.archive.quarters.add(new Quarter("main", Instant.parse("2026-11-23T00:00:00Z"), Kwh.of(4.313), false));
        hub.archive.quarters.add(new Quarter("main", Instant.parse("2026-11-23T00:15:00Z"), 1, true));
        String expected = "at,quantity,cost,maxDemandKw,demandAt,estimated\r\n"
                + "2026-11-23T00:00:00Z,4.313,,17.252,2026-11-23T00:00:00Z,false\r\n"
                + "2026-11-23T00:15:00Z,0.000001,,0.000004,2026-11-23T00:15:00Z,true\r\n";

        String history = ENERGY + "/history" + RANGE + "&step=15m";
        assertThat(hub.get(Role.ADMIN, history + "&format=csv").body()).isEqualTo(expected);
        assertThat(hub.ask(
                                "GET",
                                history,
                                null,
                                "Authorization",
                                "Bearer " + hub.accounts.token(Role.ADMIN),
                                "Accept",
                                "text/csv")
                        .body())
                .isEqualTo(expected);
        assertThat(hub.get(Role.ADMIN, history + "&format=xls").status()).isEqualTo(400);
    }

    @Test
    void a_table_of_many_days_comes_whole_and_each_quarter_hour_once() {
        Instant start = Instant.parse("2025-11-01T00:00:00Z");
        int quarters = 96 * 399;
        for (int i = 0; i < quarters; i++) {
            hub.archive.quarters.add(new Quarter("main", start.plusSeconds(900L * i), 1_000L * i, false));
        }
        String[] lines = hub.get(
                        Role.ADMIN,
                        ENERGY + "/history?meter=main&step=15m&format=csv&from=" + start + "&to=2026-12-05T00:00:00Z")
                .body()
                .split("\r\n");
        assertThat(lines).hasSize(quarters + 1).doesNotHaveDuplicates();
        assertThat(lines[quarters]).startsWith(start.plusSeconds(900L * (quarters - 1)) + ",38.303,");
    }
}
