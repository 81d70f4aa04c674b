package io.foyer.hub.backtest;

import io.foyer.hub.domain.baseline.HourTable;
import io.foyer.hub.domain.baseline.MeterFacts;
import io.foyer.hub.domain.forecast.SiteCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The hours of a meter, from a first day on, in kWh.
 *
 * @param spread what was used on the days whose readings never came
 */
record MeterYear(LocalDate first, List<Double> hours, Map<LocalDate, Long> spread, SiteCalendar calendar) {
    /** A Monday. */
    private static final LocalDate OFFICE_FIRST = LocalDate.of(2026, 1, 5);

    private static final int OFFICE_DAYS = 364;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** South Korea's public holidays of 2018, as the government had published them before. */
    private static final SiteCalendar KOREA_2018 = new SiteCalendar(
            Set.of(
                    LocalDate.of(2018, 1, 1),
                    LocalDate.of(2018, 2, 15),
                    LocalDate.of(2018, 2, 16),
                    LocalDate.of(2018, 2, 17),
                    LocalDate.of(2018, 3, 1),
                    LocalDate.of(2018, 5, 1),
                    LocalDate.of(2018, 5, 5),
                    LocalDate.of(2018, 5, 7),
                    LocalDate.of(2018, 5, 22),
                    LocalDate.of(2018, 6, 6),
                    LocalDate.of(2018, 6, 13),
                    LocalDate.of(2018, 8, 15),
                    LocalDate.of(2018, 9, 23),
                    LocalDate.of(2018, 9, 24),
                    LocalDate.of(2018, 9, 25),
                    LocalDate.of(2018, 9, 26),
                    LocalDate.of(2018, 10, 3),
                    LocalDate.of(2018, 10, 9),
                    LocalDate.of(2018, 12, 25)),
            Set.of());

    MeterYear {
        hours = List.copyOf(hours);
        spread = Map.copyOf(spread);
    }

    /**
     * A plant's recorded year: lines of {@code dd/MM/yyyy HH:mm,kWh,...} behind a heading, every quarter-hour. A line's
     * energy fell before its time, and 00:00 is the end of its day.
     */
    static MeterYear read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        LocalDate first = LocalDate.of(2018, 1, 1);
        double[] hours = new double[(lines.size() - 1) / 4];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 3);
            LocalDateTime told = LocalDateTime.parse(cells[0], TIME);
            LocalDateTime end = told.getHour() + told.getMinute() == 0 ? told.plusDays(1) : told;
            long hour =
                    Duration.between(first.atStartOfDay(), end.minusMinutes(15)).toHours();
            hours[(int) hour] += Double.parseDouble(cells[1]);
        }
        return new MeterYear(first, boxed(hours), Map.of(), KOREA_2018);
    }

    /** A simulated office: it has an hour of its own at which it begins and ends, seasons, and chance by day and hour. */
    static MeterYear office(long seed) {
        Random random = new Random(seed);
        double base = 4 + 4 * random.nextDouble();
        double peak = 15 + 15 * random.nextDouble();
        double saturday = random.nextDouble() / 2;
        double opens = 7 + 2 * random.nextDouble();
        double closes = 18 + 3 * random.nextDouble();
        double season = 2 * Math.PI * random.nextDouble();
        double mood = 0;
        double[] hours = new double[24 * OFFICE_DAYS];
        for (int i = 0; i < hours.length; i++) {
            int day = i / 24;
            if (i % 24 == 0) {
                mood = mood / 2 + 0.04 * random.nextGaussian();
            }
            double middle = i % 24 + 0.5;
            double open = 1 / (1 + Math.exp(2 * (opens - middle))) / (1 + Math.exp(2 * (middle - closes)));
            double level = day % 7 < 5 ? 1 : day % 7 == 5 ? saturday : 0.05;
            hours[i] = (base + peak * level * open * (1 + mood))
                    * (1 + 0.1 * Math.sin(2 * Math.PI * day / OFFICE_DAYS + season))
                    * Math.exp(0.06 * random.nextGaussian());
        }
        return new MeterYear(OFFICE_FIRST, boxed(hours), Map.of(), new SiteCalendar(Set.of(), Set.of()));
    }

    static List<Double> boxed(double[] hours) {
        return Arrays.stream(hours).boxed().toList();
    }

    /** A copy. */
    double[] values() {
        return hours.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int days() {
        return hours.size() / 24;
    }

    LocalDate day(int index) {
        return first.plusDays(index);
    }

    /** In Wh, so that whole numbers tell enough; the site's clock is UTC. */
    MeterFacts facts() {
        double[] use = hours.stream().mapToDouble(kWh -> 1_000 * kWh).toArray();
        spread.keySet().forEach(day -> {
            int at = 24 * (int) ChronoUnit.DAYS.between(first, day);
            Arrays.fill(use, at, at + 24, Double.NaN);
        });
        return new MeterFacts(
                new HourTable(first, use), spread, HourTable.empty(), calendar, ZoneOffset.UTC, List.of());
    }
}
