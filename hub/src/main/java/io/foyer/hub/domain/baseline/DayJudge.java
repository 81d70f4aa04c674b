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
    private final SiteCalendar calendar;
    private final DayErrors errors;
    private final List<LocalDate> work = new ArrayList<>();
    private final List<LocalDate> rest = new ArrayList<>();
    private final Map<DayOfWeek, double[]> usual = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, SortOfDay> sorts = new EnumMap<>(DayOfWeek.class);
    private double least = Double.MAX_VALUE;
    private double most;

    /** @param use of the days [from, until) that the baseline has learned from, and of those to be judged */
    DayJudge(
            Baseline baseline,
            HourTable use,
            HourTable people,
            SiteCalendar calendar,
            LocalDate from,
            LocalDate until) {
        this.calendar = calendar;
        errors = new DayErrors(baseline, use, people);
        DayErrors plain = new DayErrors(baseline, use, HourTable.empty());
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            if (isKnown(errors.of(day))) {
                DayOfWeek kind = calendar.kind(day);
                (SiteCalendar.isRestDay(kind) ? rest : work).add(day);
                if (!usual.containsKey(kind)) {
                    double[] course = plain.expected(day);
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

    double[] expected(LocalDate day) {
        return errors.expected(day);
    }

    double[] scales(LocalDate day) {
        return errors.scales(day);
    }

    /** Empty where the day is like others, or too little is known of such days. */
    Optional<AnomalyCause> cause(LocalDate day, double[] used) {
        DayOfWeek kind = calendar.kind(day);
        double[] course = usual.get(kind);
        if (course == null || !isKnown(used)) {
            return Optional.empty();
        }
        boolean isRestDay = SiteCalendar.isRestDay(kind);
        SortOfDay sort =
                sorts.computeIfAbsent(kind, any -> new SortOfDay(course, least, most, isRestDay ? rest : work, errors));
        double[] expected = errors.expected(day);
        double[] scales = errors.scales(day);
        double[] off = new double[used.length];
        Arrays.setAll(off, hour -> used[hour] - expected[hour]);
        if (!sort.isUnlike(off, scales)) {
            return Optional.empty();
        }
        List<double[]> others = usual.entrySet().stream()
                .filter(other -> SiteCalendar.isRestDay(other.getKey()) != isRestDay)
                .map(Map.Entry::getValue)
                .toList();
        return Optional.of(DayCause.of(used, expected, scales, sort.idle(), others, isRestDay));
    }
}
