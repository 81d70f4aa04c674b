package io.foyer.hub.backtest;

import io.foyer.hub.backtest.FaultScore.ToldDays;
import io.foyer.hub.domain.baseline.Anomaly;
import io.foyer.hub.domain.baseline.AnomalySearch;
import io.foyer.hub.domain.baseline.BaselineCourse;
import io.foyer.hub.domain.baseline.MeterFacts;
import io.foyer.hub.domain.baseline.Saving;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Tells each month of a recorded year and of a simulated office from the months before, and looks for planted faults, beside
 * the same hour of last week ± 3 standard deviations. How far a day must lie was chosen on other simulated offices and on
 * the plant: the offices that are printed had no say in it, the plant had.
 */
public final class BaselineBacktest {
    static final int FIRST_OFFICE = 100;
    private static final int YEARS = 20;

    private BaselineBacktest() {}

    /** How far a month was from what the months before told. */
    record MonthMiss(YearMonth month, double expected, double measured, double uncertainty) {
        /** NMBE as a share of what was used: positive where more was used than expected. */
        double share() {
            return (measured - expected) / measured;
        }
    }

    /** Prints the tables of a file of recorded quarter-hours, which is the one word. */
    public static void main(String[] words) throws IOException {
        MeterYear plant = MeterYear.read(Path.of(words[0]));
        print(System.out, plant);
    }

    private static void print(PrintStream out, MeterYear plant) {
        out.println("Each month told from the 13 weeks before it, (used - told) / used:");
        months(out, "recorded plant", misses(plant));
        months(out, "simulated office", misses(MeterYear.office(FIRST_OFFICE)));
        out.println();
        out.println("Ten planted faults a year, one of each kind, " + YEARS + " years each:");
        faults(out, "offices", MeterYear::office);
        faults(out, "recorded plant", seed -> plant);
    }

    private static void months(PrintStream out, String title, List<MonthMiss> misses) {
        for (MonthMiss miss : misses) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %s  %+6.1f %%  (%.0f kWh told ± %.0f, %.0f used)%n",
                    title,
                    miss.month(),
                    100 * miss.share(),
                    miss.expected(),
                    miss.uncertainty(),
                    miss.measured());
        }
        out.printf(
                Locale.ROOT,
                "  %-16s within 1 %%: %d of %d months; mean distance %.1f %%%n",
                title,
                misses.stream().filter(miss -> Math.abs(miss.share()) <= 0.01).count(),
                misses.size(),
                100
                        * misses.stream()
                                .mapToDouble(miss -> Math.abs(miss.share()))
                                .average()
                                .orElse(0));
    }

    private static void faults(PrintStream out, String title, LongFunction<MeterYear> years) {
        FaultScore hub = new FaultScore();
        FaultScore plain = new FaultScore();
        long before = System.nanoTime();
        for (int i = 0; i < YEARS; i++) {
            FaultyYear faulty = FaultyYear.of(years.apply(FIRST_OFFICE + i), FIRST_OFFICE + i);
            hub.add(faulty.faults(), told(faulty.year()));
            plain.add(faulty.faults(), WeekAgoRule.told(faulty.year()));
        }
        out.println(hub.line(title + ", this hub"));
        out.println(plain.line(title + ", last week ± 3 sigma"));
        out.println("  this hub found (and named): " + hub.kinds());
        out.println("  last week ± 3 sigma found:  " + plain.kinds());
        out.printf(Locale.ROOT, "  a year took %.0f ms%n", (System.nanoTime() - before) / 1e6 / YEARS);
    }

    /** From the second month on: of the first nothing is known before. */
    static List<MonthMiss> misses(MeterYear year) {
        MeterFacts facts = year.facts();
        List<MonthMiss> misses = new ArrayList<>();
        LocalDate end = year.day(year.days());
        for (LocalDate month = year.first().plusMonths(1).withDayOfMonth(1);
                !month.plusMonths(1).isAfter(end);
                month = month.plusMonths(1)) {
            Saving saving = BaselineCourse.of(facts, start(month), start(month.plusMonths(1)))
                    .saving();
            if (saving != null) {
                misses.add(new MonthMiss(
                        YearMonth.from(month),
                        saving.expected() / 1_000,
                        saving.measured() / 1_000,
                        saving.uncertainty() / 1_000));
            }
        }
        return misses;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static List<ToldDays> told(MeterYear year) {
        return AnomalySearch.of(year.facts(), year.day(FaultyYear.FIRST_DAY), year.day(year.days())).stream()
                .map(anomaly -> told(year, anomaly))
                .toList();
    }

    private static ToldDays told(MeterYear year, Anomaly anomaly) {
        return new ToldDays(
                index(year, anomaly.from()), index(year, anomaly.until().minusSeconds(1)), anomaly.cause());
    }

    private static int index(MeterYear year, Instant at) {
        return (int) ChronoUnit.DAYS.between(year.first(), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
