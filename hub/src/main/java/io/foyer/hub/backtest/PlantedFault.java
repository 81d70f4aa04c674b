package io.foyer.hub.backtest;

import io.foyer.hub.domain.baseline.AnomalyCause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** A fault that is put into the hours of a year, from a day on. */
enum PlantedFault {
    /** The register stands still for 8 to 35 hours. */
    STUCK_METER(AnomalyCause.STUCK),
    /** For 1 to 11 hours a thousandfold. */
    WRONG_UNIT(AnomalyCause.WRONG_UNIT),
    /** For ten days a third of the mean hour more, in every hour. */
    OFFSET(AnomalyCause.BASE_LOAD),
    /** For one to three nights, 19:00 to 07:00, six tenths of the day's most. */
    LEFT_ON(AnomalyCause.LEFT_ON),
    /** A Sunday runs like the Wednesday before. */
    DAY_OFF_MISSED(AnomalyCause.DAY_OFF_MISSED),
    /** Over three weeks up to 40 % more. */
    DRIFT(AnomalyCause.DRIFT),
    /** A day without readings: what was used is spread evenly over it. */
    MISSING_DAY(AnomalyCause.GAP),
    /** For five days twice as much. */
    DOUBLED(AnomalyCause.DOUBLED),
    /** One hour with three times the day's most on top. */
    SPIKE(AnomalyCause.SPIKE),
    /** For a week everything an hour earlier or later. */
    SHIFTED_HOUR(AnomalyCause.SHIFTED);

    private final AnomalyCause cause;

    PlantedFault(AnomalyCause cause) {
        this.cause = cause;
    }

    /** As which the hub should name it. */
    AnomalyCause cause() {
        return cause;
    }

    /** The days [from, to] that it has changed. */
    record PlantedDays(PlantedFault fault, int from, int to) {}

    /**
     * Changes the hours.
     *
     * @param day on or after which it begins
     * @param monday the weekday of day 0, from 0 for a Monday
     */
    PlantedDays plant(double[] hours, int day, int monday, Random random) {
        int from = 24 * day;
        return switch (this) {
            case STUCK_METER -> times(hours, from + random.nextInt(24), 8 + random.nextInt(28), 0);
            case WRONG_UNIT -> times(hours, from + random.nextInt(20), 1 + random.nextInt(11), 1_000);
            case OFFSET -> offset(hours, day);
            case LEFT_ON -> leftOn(hours, day, 1 + random.nextInt(3));
            case DAY_OFF_MISSED -> dayOffMissed(hours, day + Math.floorMod(6 - day - monday, 7));
            case DRIFT -> drift(hours, day);
            case MISSING_DAY -> missing(hours, day);
            case DOUBLED -> times(hours, from, 5 * 24, 2);
            case SPIKE -> spike(hours, day, random.nextInt(24));
            case SHIFTED_HOUR -> shifted(hours, day, random.nextBoolean() ? 1 : -1);
        };
    }

    private PlantedDays times(double[] hours, int from, int length, double factor) {
        for (int hour = from; hour < from + length; hour++) {
            hours[hour] *= factor;
        }
        return new PlantedDays(this, from / 24, (from + length - 1) / 24);
    }

    private PlantedDays offset(double[] hours, int day) {
        double more = 0.3
                * Arrays.stream(hours)
                        .sorted()
                        .skip(hours.length / 4)
                        .limit(hours.length / 2)
                        .average()
                        .orElse(0);
        for (int hour = 24 * day; hour < 24 * (day + 10); hour++) {
            hours[hour] += more;
        }
        return new PlantedDays(this, day, day + 9);
    }

    private PlantedDays leftOn(double[] hours, int day, int nights) {
        for (int night = day; night < day + nights; night++) {
            double level = 0.6 * most(hours, night);
            for (int hour = 24 * night + 19; hour < 24 * night + 31; hour++) {
                hours[hour] = Math.max(hours[hour], level);
            }
        }
        return new PlantedDays(this, day, day + nights);
    }

    private PlantedDays dayOffMissed(double[] hours, int sunday) {
        System.arraycopy(hours, 24 * (sunday - 4), hours, 24 * sunday, 24);
        return new PlantedDays(this, sunday, sunday);
    }

    private PlantedDays drift(double[] hours, int day) {
        for (int i = 0; i < 21 * 24; i++) {
            hours[24 * day + i] *= 1 + 0.4 * (i / 24 + 1) / 21;
        }
        return new PlantedDays(this, day, day + 20);
    }

    private PlantedDays missing(double[] hours, int day) {
        double mean = Arrays.stream(hours, 24 * day, 24 * (day + 1)).average().orElse(0);
        Arrays.fill(hours, 24 * day, 24 * (day + 1), mean);
        return new PlantedDays(this, day, day);
    }

    private PlantedDays spike(double[] hours, int day, int hour) {
        hours[24 * day + hour] += 3 * most(hours, day);
        return new PlantedDays(this, day, day);
    }

    private PlantedDays shifted(double[] hours, int day, int by) {
        double[] before = hours.clone();
        System.arraycopy(before, 24 * day - by, hours, 24 * day, 7 * 24);
        return new PlantedDays(this, day, day + 6);
    }

    private static double most(double[] hours, int day) {
        return Arrays.stream(hours, 24 * day, 24 * (day + 1)).max().orElse(0);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
