package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which days are unlike all those that a baseline has learned from, and why. */
final class DayJudge {
    /** A register that stands still for so many hours longer than on any day before is stuck. */
    private static final int STUCK_HOURS = 3;

    private final Baseline baseline;
    private final SiteCalendar calendar;
    private final HourTable people;
    private final List<DayErrors> work = new ArrayList<>();
    private final List<DayErrors> rest = new ArrayList<>();
    private final Map<DayOfWeek, double[]> usual = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, SortOfDay> sorts = new EnumMap<>(DayOfWeek.class);
    private int longestStill;
    private double least = Double.MAX_VALUE;
    private double most;

    /** @param use of the days [from, until) that the baseline has learned from */
    DayJudge(
            Baseline baseline,
            HourTable use,
            HourTable people,
            SiteCalendar calendar,
            LocalDate from,
            LocalDate until) {
        this.baseline = baseline;
        this.calendar = calendar;
        this.people = people;
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            double[] used = use.on(day);
            if (isKnown(used)) {
                longestStill = Math.max(longestStill, still(used));
                DayOfWeek kind = calendar.kind(day);
                (SiteCalendar.isRestDay(kind) ? rest : work).add(DayErrors.unseen(baseline, day, used, expected(day)));
                if (!usual.containsKey(kind)) {
                    double[] course = baseline.day(day, HourTable.empty());
                    usual.put(kind, course);
                    least = Math.min(least, Arrays.stream(course).min().orElse(least));
                    most = Math.max(most, Arrays.stream(course).max().orElse(most));
                }
            }
        }
    }

    static boolean isKnown(double[] hours) {
        return Arrays.stream(hours).noneMatch(Double::isNaN);
    }

    /** The most hours in a row without use. */
    private static int still(double[] used) {
        int run = 0;
        int longest = 0;
        for (double hour : used) {
            run = hour == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    double[] expected(LocalDate day) {
        return baseline.day(day, people);
    }

    /** @param used of its 24 hours */
    DayErrors errors(LocalDate day, double[] used) {
        return DayErrors.of(baseline, day, used, expected(day));
    }

    /** Empty where the day is like others, or too little is known of such days. */
    Optional<AnomalyCause> cause(LocalDate day, double[] used) {
        DayOfWeek kind = calendar.kind(day);
        double[] course = usual.get(kind);
        if (course == null || !isKnown(used)) {
            return Optional.empty();
        }
        if (still(used) >= longestStill + STUCK_HOURS) {
            return Optional.of(AnomalyCause.STUCK);
        }
        boolean isRestDay = SiteCalendar.isRestDay(kind);
        SortOfDay sort =
                sorts.computeIfAbsent(kind, any -> new SortOfDay(course, least, most, isRestDay ? rest : work));
        DayErrors errors = errors(day, used);
        if (!sort.isUnlike(errors)) {
            return Optional.empty();
        }
        List<double[]> others = usual.entrySet().stream()
                .filter(other -> SiteCalendar.isRestDay(other.getKey()) != isRestDay)
                .map(Map.Entry::getValue)
                .toList();
        return Optional.of(DayCause.of(used, expected(day), sort.idle(), others, isRestDay));
    }
}
