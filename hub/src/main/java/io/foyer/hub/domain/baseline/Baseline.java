package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a meter would use in an hour, as learned from the days before: by the hour of the week, and by how many more people
 * than usual are there, where they are counted. It is the time-of-week model of Mathieu, Price, Kiliccote and Piette
 * (Quantifying changes in building electricity use, with application to demand response, IEEE Transactions on Smart Grid
 * 2(3), 2011) with people in the place of the outdoor temperature, which no device tells the hub; fitted by
 * {@link RobustFit}. A day off counts as a Sunday, and a day worked instead as a Monday.
 */
public final class Baseline {
    /** How far it looks back. */
    public static final int WEEKS = 13;

    /** With fewer days it is not known what a week is like. */
    public static final int FEWEST_DAYS = 21;

    private static final int GROUPS = 7 * HourTable.HOURS;
    private static final int[] CLASSES = classes();

    private final SiteCalendar calendar;
    private final RobustFit fit;
    private final HourErrors errors;
    private final BaselineFit quality;

    private Baseline(SiteCalendar calendar, RobustFit fit, HourErrors errors, BaselineFit quality) {
        this.calendar = calendar;
        this.fit = fit;
        this.errors = errors;
        this.quality = quality;
    }

    /** Of each hour of the week: the hour of a day of work, or of a day of rest, with which it scatters alike. */
    private static int[] classes() {
        int[] classes = new int[GROUPS];
        Arrays.setAll(
                classes,
                group -> group % HourTable.HOURS
                        + (SiteCalendar.isRestDay(DayOfWeek.of(1 + group / HourTable.HOURS)) ? HourTable.HOURS : 0));
        return classes;
    }

    /** Learns from the days [from, until). Empty where fewer than {@link #FEWEST_DAYS} of them are known. */
    public static Optional<Baseline> learn(
            HourTable use, HourTable people, SiteCalendar calendar, LocalDate from, LocalDate until) {
        LearnedHours hours = new LearnedHours(use, people, calendar, from, until);
        if (hours.days < FEWEST_DAYS) {
            return Optional.empty();
        }
        RobustFit fit = new RobustFit(hours.use, hours.people, hours.weekHours, CLASSES);
        return Optional.of(
                new Baseline(calendar, fit, new HourErrors(fit, hours.weekHours, CLASSES), BaselineFit.of(fit, hours)));
    }

    /** Which hour of the week an hour is: 0 to 23 of a Monday, and so on. */
    static int weekHour(SiteCalendar calendar, LocalDate day, int hour) {
        return (calendar.kind(day).getValue() - 1) * HourTable.HOURS + hour;
    }

    BaselineFit fit() {
        return quality;
    }

    /**
     * What to expect of an hour of the clock; NaN where no such hour has been learned.
     *
     * @param people how many are there; NaN where unknown, which means as many as usual
     */
    double expected(LocalDate day, int hour, double people) {
        int group = weekHour(calendar, day, hour);
        double more = Double.isNaN(people) || fit.slope == 0 ? 0 : fit.slope * (people - fit.meanX[group]);
        return Math.max(0, fit.level[group] + (Double.isNaN(more) ? 0 : more));
    }

    /** What to expect of the 24 hours of a day. */
    double[] day(LocalDate day, HourTable people) {
        double[] hours = new double[HourTable.HOURS];
        Arrays.setAll(hours, hour -> expected(day, hour, people.at(day, hour)));
        return hours;
    }

    /** The standard deviation of an hour of the clock on such a day. */
    double scale(LocalDate day, int hour) {
        return fit.scale(weekHour(calendar, day, hour));
    }

    /** By how much the error of an hour grows where the hour is taken out of its own mean: it is one in n of it. */
    double unseen(LocalDate day, int hour) {
        int size = fit.size[weekHour(calendar, day, hour)];
        return size / (double) Math.max(1, size - 1);
    }

    /** Of the hours of the week. */
    double mean() {
        return Arrays.stream(fit.level)
                .filter(level -> !Double.isNaN(level))
                .average()
                .orElse(0);
    }

    /** Empty where no such hour has been learned. */
    Optional<HourBand> band(Instant at, LocalDateTime hour, HourTable people) {
        LocalDate day = hour.toLocalDate();
        double expected = expected(day, hour.getHour(), people.at(day, hour.getHour()));
        if (Double.isNaN(expected)) {
            return Optional.empty();
        }
        int of = CLASSES[weekHour(calendar, day, hour.getHour())];
        return Optional.of(new HourBand(
                at,
                expected,
                Math.max(0, expected + Math.min(0, errors.quantile(of, (1 - HourBand.SHARE) / 2))),
                expected + Math.max(0, errors.quantile(of, (1 + HourBand.SHARE) / 2))));
    }
}
