package io.foyer.hub.domain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How forecasts of one quarter-hour have erred, and the range that follows: quantiles of past errors, those of the last
 * weeks counting more, with the day to come as one more day of which half lies beyond each end. This is conformal
 * prediction for data that drifts (Barber, Candès, Ramdas and Tibshirani, Conformal prediction beyond exchangeability,
 * 2023). Errors of the two quarter-hours before and after count as well.
 */
final class PastErrors {
    static final int FEWEST_DAYS = 3;

    private static final double HALF_LIFE = 28;
    private static final int SPAN = 2;

    private final WeightedSample misses = new WeightedSample();
    private final WeightedSample people = new WeightedSample();
    private int days;

    /** By how much a past day was more than was told, in square roots; NaN where unknown. */
    @FunctionalInterface
    interface PastMiss {
        double of(JudgedDay day, int quarter);
    }

    PastErrors(List<JudgedDay> past, LocalDate today, int quarter, PastMiss miss) {
        for (JudgedDay day : past) {
            double weight = Math.pow(0.5, day.day().until(today, ChronoUnit.DAYS) / HALF_LIFE);
            for (int near = Math.max(0, quarter - SPAN);
                    near <= Math.min(quarter + SPAN, CountedDays.QUARTERS - 1);
                    near++) {
                misses.add(miss.of(day, near), weight);
            }
            double root = day.root(quarter);
            double error = root * root - square(root - miss.of(day, quarter));
            if (!Double.isNaN(error)) {
                people.add(Math.abs(error), weight);
                days++;
            }
        }
    }

    boolean areEnough() {
        return days >= FEWEST_DAYS;
    }

    /** @param root what is expected, in square roots */
    CountBand band(Instant at, double root) {
        double beyond = ((1 + CountBand.SHARE) / 2 * (people.weight() + 1) - 0.5) / people.weight();
        return new CountBand(
                at,
                square(root),
                square(root + Math.min(0, misses.quantile(1 - beyond))),
                square(root + Math.max(0, misses.quantile(beyond))),
                people.meanDistance(0));
    }

    private static double square(double root) {
        double positive = Math.max(0, root);
        return positive * positive;
    }
}
