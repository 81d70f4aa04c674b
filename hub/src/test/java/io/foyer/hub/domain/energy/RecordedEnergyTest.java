package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyItem;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.occupancy.CountPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordedEnergyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void a_room_wastes_what_was_used_while_it_was_empty() {
        BookKeeping lighting = new BookKeeping(BookKeeping.electricity(null), NOW);
        BookKeeping plugs = new BookKeeping(BookKeeping.electricity(null), NOW);
        List<CountPoint> points = new ArrayList<>();
        BigDecimal light = BigDecimal.ZERO;
        BigDecimal plug = BigDecimal.ZERO;
        Instant until = Instant.EPOCH;
        for (String[] row : SharedData.rows("robod-room1.csv")) {
            Instant at = OffsetDateTime.parse(row[0], DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX"))
                    .toInstant();
            if (!at.equals(until)) {
                lighting.hear(reading(at, light));
                plugs.hear(reading(at, plug));
            }
            light = light.add(new BigDecimal(row[4]));
            plug = plug.add(new BigDecimal(row[5]));
            until = at.plus(FIVE_MINUTES);
            lighting.hear(reading(until, light));
            plugs.hear(reading(until, plug));
            points.add(new CountPoint("room1", at, (int) Double.parseDouble(row[7]), 0, 0));
        }
        List<Consumption> bookings = new ArrayList<>(bookings(lighting));
        bookings.addAll(bookings(plugs));

        ZoneWaste waste = WasteTest.waste(bookings, points, points.get(0).at(), until);

        assertThat(waste.total()).isCloseTo(Kwh.of(1131.6), within(Kwh.of(0.05)));
        assertThat(waste.quantity()).isCloseTo(Kwh.of(614.0), within(Kwh.of(0.05)));
        assertThat(waste.share()).isCloseTo(0.543, within(0.0005));
        assertThat(waste.unknown()).isZero();
        assertThat(waste.estimated()).as("nothing was used in the gap").isFalse();
        assertThat(waste.standby()).as("the gap's rest is no standby").isPositive();
        assertThat(waste.aboveStandby()).isPositive().isLessThan(waste.quantity());
    }

    @Test
    void a_plant_shows_its_year_and_its_highest_quarter() {
        BookKeeping plant = new BookKeeping(BookKeeping.electricity(null), NOW);
        BigDecimal register = BigDecimal.ZERO;
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
        for (String[] row : SharedData.rows("steel-15min.csv")) {
            LocalDateTime local = LocalDateTime.parse(row[0], format);
            Instant at = local.plusDays(row[0].endsWith("00:00") ? 1 : 0).toInstant(ZoneOffset.ofHours(8));
            if (register.signum() == 0) {
                plant.hear(new Reading(at.minus(Quarters.LENGTH), 0));
            }
            register = register.add(new BigDecimal(row[1]));
            plant.hear(reading(at, register));
        }

        List<EnergyItem> months = plant.quarters.values().stream()
                .collect(EnergyHistory.of(Medium.ELECTRICITY, EnergyInterval.MONTH, BookKeeping.SHANGHAI));

        assertThat(months).hasSize(12).noneMatch(EnergyItem::estimated);
        assertThat(register).isEqualByComparingTo("959636.71");
        assertThat(months.stream().mapToLong(EnergyItem::quantity).sum()).isEqualTo(Kwh.of(register));
        assertThat(plant.total()).isEqualTo(Kwh.of(register));
        EnergyItem highest = months.stream()
                .max(Comparator.comparingLong(item -> Objects.requireNonNull(item.maxDemand())))
                .orElseThrow();
        assertThat(highest.maxDemand()).isEqualTo(Kwh.of(628.72));
        assertThat(highest.demandAt()).isEqualTo("2018-11-22T09:30:00+08:00");
    }

    private static Reading reading(Instant at, BigDecimal kWh) {
        return new Reading(at, Kwh.of(kWh));
    }

    private static List<Consumption> bookings(BookKeeping books) {
        return books.journal.values().stream()
                .map(JudgedReading::booked)
                .filter(Objects::nonNull)
                .toList();
    }
}
