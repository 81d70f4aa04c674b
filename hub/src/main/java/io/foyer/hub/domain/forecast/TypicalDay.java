package io.foyer.hub.domain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What is usual in a zone: by quarter-hours the median of the days of the same kind in the last {@link #WEEKS} weeks, and
 * a range that holds {@link CountBand#SHARE} of such days. The range is that of the quartiles, made wider on each side as
 * it is in a normal distribution (Tukey, Exploratory Data Analysis, 1977): one wild day of eight moves neither. Each
 * quarter-hour borrows its two neighbours' counts, so that a few days give a band. Where a kind of day was counted less
 * than {@link #FEWEST_DAYS} times, all working days, or all days of rest, stand in for it; where they are too few as well,
 * nothing is usual.
 */
public final class TypicalDay {
    /** How far a band looks back. */
    public static final int WEEKS = 8;

    static final int FEWEST_DAYS = 3;

    /** In a normal distribution the middle 80 % reach so many times as far from the median as the middle 50 %. */
    private static final double BEYOND_QUARTILES = 1.2816 / 0.6745;

    private final SiteCalendar calendar;
    private final SortedMap<LocalDate, double[]> past;

    private TypicalDay(SiteCalendar calendar, SortedMap<LocalDate, double[]> past) {
        this.calendar = calendar;
        this.past = past;
    }

    /**
     * The bands of a whole local day, 92 or 100 of them where the clocks change.
     *
     * @param today no day from this one on is part of the past; nor is any from {@code day} on
     */
    public static Outlook of(CountedDays counted, SiteCalendar calendar, LocalDate day, LocalDate today) {
        LocalDate end = day.isBefore(today) ? day : today;
        TypicalDay typical = new TypicalDay(calendar, counted.between(end.minusWeeks(WEEKS), end));
        List<CountBand> bands = new ArrayList<>();
        for (Instant at : counted.quarters(
                day.atStartOfDay(counted.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(counted.zone()).toInstant())) {
            WeightedSample sample = typical.sample(day, counted.quarter(at));
            if (sample.weight() > 0) {
                double middle = sample.quantile(0.5);
                bands.add(new CountBand(
                        at,
                        middle,
                        Math.max(0, middle - BEYOND_QUARTILES * (middle - sample.quantile(0.25))),
                        middle + BEYOND_QUARTILES * (sample.quantile(0.75) - middle),
                        sample.meanDistance(middle)));
            }
        }
        return new Outlook(bands);
    }

    private WeightedSample sample(LocalDate day, int quarter) {
        List<double[]> days = days(quarter, each -> calendar.kind(each) == calendar.kind(day));
        if (days.size() < FEWEST_DAYS) {
            days = days(quarter, each -> calendar.isRestDay(each) == calendar.isRestDay(day));
        }
        WeightedSample sample = new WeightedSample();
        if (days.size() >= FEWEST_DAYS) {
            for (double[] counts : days) {
                for (int near = Math.max(0, quarter - 1);
                        near <= Math.min(quarter + 1, CountedDays.QUARTERS - 1);
                        near++) {
                    sample.add(counts[near], 1);
                }
            }
        }
        return sample;
    }

    /** Those of which this quarter-hour is known. */
    private List<double[]> days(int quarter, Predicate<LocalDate> such) {
        List<double[]> days = new ArrayList<>();
        past.forEach((day, counts) -> {
            if (such.test(day) && !Double.isNaN(counts[quarter])) {
                days.add(counts);
            }
        });
        return days;
    }
}
