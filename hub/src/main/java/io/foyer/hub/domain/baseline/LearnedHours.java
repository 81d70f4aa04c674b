package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hours with a known use of some days, in order. */
final class LearnedHours {
    /** Of how many days. */
    final int days;

    /** The day of each hour, from 0. */
    final int[] dayOf;

    /** Of each hour: {@link Baseline#weekHour}. */
    final int[] weekHours;

    final double[] use;

    /**
     * Of each hour; where it is unknown, the mean of the same hour of the week. 0 everywhere where people are not counted in
     * half of the hours.
     */
    final double[] people;

    final boolean withPeople;

    private record LearnedHour(int day, int weekHour, double use, double people) {}

    LearnedHours(HourTable useTable, HourTable peopleTable, SiteCalendar calendar, LocalDate from, LocalDate until) {
        List<LearnedHour> hours = new ArrayList<>();
        int known = 0;
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            int before = hours.size();
            for (int hour = 0; hour < HourTable.HOURS; hour++) {
                double used = useTable.at(day, hour);
                if (!Double.isNaN(used)) {
                    hours.add(new LearnedHour(
                            known, Baseline.weekHour(calendar, day, hour), used, peopleTable.at(day, hour)));
                }
            }
            known += hours.size() > before ? 1 : 0;
        }
        double[] counts = hours.stream().mapToDouble(LearnedHour::people).toArray();
        days = known;
        dayOf = hours.stream().mapToInt(LearnedHour::day).toArray();
        weekHours = hours.stream().mapToInt(LearnedHour::weekHour).toArray();
        use = hours.stream().mapToDouble(LearnedHour::use).toArray();
        withPeople = Arrays.stream(counts).filter(each -> !Double.isNaN(each)).count() * 2 > counts.length;
        people = withPeople ? filled(counts, weekHours) : new double[counts.length];
    }

    private static double[] filled(double[] counts, int[] weekHours) {
        double[] sums = new double[7 * HourTable.HOURS];
        int[] known = new int[sums.length];
        for (int i = 0; i < counts.length; i++) {
            if (!Double.isNaN(counts[i])) {
                sums[weekHours[i]] += counts[i];
                known[weekHours[i]]++;
            }
        }
        double[] filled = new double[counts.length];
        Arrays.setAll(
                filled,
                i -> Double.isNaN(counts[i]) ? sums[weekHours[i]] / Math.max(1, known[weekHours[i]]) : counts[i]);
        return filled;
    }
}
