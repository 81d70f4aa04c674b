package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.SharedData;
import io.foyer.hub.domain.energy.WasteTest;
import io.foyer.hub.domain.energy.ZoneWaste;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordedOccupancyTest {
    private static final Instant NOW = Building.minute(0);

    @Test
    void a_room_played_as_recorded_shows_its_days_and_nothing_of_the_gap() {
        Building building =
                new Building().zone("house", null).zone("room1", "house").counter("room1-count", "room1");
        building.occupancy.connected("room1-count");
        List<Consumption> bookings = new ArrayList<>();
        for (String[] row : SharedData.rows("robod-room1.csv")) {
            Instant at = OffsetDateTime.parse(row[0], DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX"))
                    .toInstant();
            int people = (int) Double.parseDouble(row[7]);
            building.keep(effects ->
                    building.occupancy.present("room1-count", people, new ObservationTime(at, NOW, false), effects));
            double used = Double.parseDouble(row[4]) + Double.parseDouble(row[5]);
            bookings.add(new Consumption(at, at.plus(Duration.ofMinutes(5)), Kwh.of(used), false));
        }
        building.keep(effects -> building.occupancy.gone("room1-count", false, NOW, effects));
        List<CountPoint> points = List.copyOf(building.points.get("room1").values());
        Instant from = points.get(0).at();

        ZoneWaste waste = WasteTest.waste(bookings, points, from, NOW);
        assertThat(waste.quantity()).isCloseTo(Kwh.of(614.0), within(Kwh.of(0.05)));
        assertThat(waste.unknown()).isZero();

        List<OccupancyItem> days = KeptSteps.of(StepSize.HOUR, points).stream()
                .collect(OccupancyHistory.of(OccupancyInterval.DAY, ZoneId.of("Asia/Singapore"), from, NOW, NOW));
        assertThat(days.stream()
                        .map(OccupancyItem::max)
                        .filter(Objects::nonNull)
                        .mapToInt(max -> max)
                        .max())
                .hasValue(38);
        assertThat(days)
                .filteredOn(day -> day.at().isAfter(Instant.parse("2021-10-02T00:00:00Z"))
                        && day.at().isBefore(Instant.parse("2021-12-08T00:00:00Z")))
                .hasSize(67)
                .allMatch(day -> day.mean() == null);
        assertThat(building.points.get("house").values())
                .extracting(CountPoint::count)
                .isEqualTo(points.stream().map(CountPoint::count).toList());
        assertThat(building.at("room1").state()).isEqualTo(ZoneCount.CountState.UNKNOWN);
    }
}
