package io.foyer.hub.site;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.RecurrenceRules.SeriesRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The times of a booking that repeats by a rule of RFC 5545, on the site's clock. Nine o'clock stays nine o'clock, and
 * a night ends at six, even where the clocks change in between. A time of day that does not exist moves later by as
 * much as the clocks went forward. Of a time of day that exists twice the first one counts (RFC 5545, 3.3.5).
 *
 * @param from the beginning of the first time, which must be a time of the rule
 * @param until the end of the first time
 * @param except days on which no time begins
 */
public record Recurrence(String rule, Instant from, Instant until, Set<LocalDate> except) {
    /** The hub keeps this many times at most, from {@link Journal#RESERVATIONS_KEPT} before now on. */
    public static final int MOST_TIMES = 1_000;

    private static final Duration HORIZON = Duration.ofDays(5 * 366);

    /** The times, or what is wrong with the series. */
    public sealed interface SeriesTimes permits TimesResult, RuleFault {
        /** Applies one function to the times, or the other to the fault. */
        <T> T either(Function<TimesResult, T> ofTimes, Function<RuleFault, T> ofWrong);
    }

    /**
     * Times in order, at least one.
     *
     * @param goesOn true where the rule has later times
     */
    public record TimesResult(List<TimeSpan> times, boolean goesOn) implements SeriesTimes {
        @Override
        public <T> T either(Function<TimesResult, T> ofTimes, Function<RuleFault, T> ofWrong) {
            return ofTimes.apply(this);
        }
    }

    /** Why there are no times: the field of the booking, and a text for people. */
    public record RuleFault(String field, BilingualText text) implements SeriesTimes {
        @Override
        public <T> T either(Function<TimesResult, T> ofTimes, Function<RuleFault, T> ofWrong) {
            return ofWrong.apply(this);
        }
    }

    /** The times that the hub must keep now. Takes a few milliseconds. */
    public SeriesTimes unroll(ZoneId zone, Instant now) {
        return RecurrenceRules.read(rule, zone)
                .either(read -> bounded(read, zone, now), wrong -> new RuleFault("repeat", wrong));
    }

    private SeriesTimes bounded(SeriesRule read, ZoneId zone, Instant now) {
        try {
            return times(read, zone, now);
        } catch (IllegalArgumentException e) {
            // The library has gone through thousands of days and found no time of the rule.
            return new RuleFault("repeat", RecurrenceRules.NO_RULE);
        }
    }

    private SeriesTimes times(SeriesRule read, ZoneId zone, Instant now) {
        Instant last = read.last();
        if (last != null && last.isBefore(from)) {
            return new RuleFault("repeat", new BilingualText("UNTIL 早于 from", "has an UNTIL before `from`"));
        }
        LocalDateTime first = LocalDateTime.ofInstant(from, zone);
        RecurrenceRuleIterator starts = read.times().iterator(floating(first));
        if (!starts.hasNext()) {
            return new RuleFault("repeat", new BilingualText("规则没有任何时间", "gives no time at all"));
        }
        LocalDateTime begins = local(starts.peekDateTime());
        if (!begins.equals(first)) {
            return new RuleFault(
                    "from",
                    new BilingualText(
                            "不是规则中的时间：规则从 " + begins + " 开始",
                            "must be a time of the rule; the first time of the rule is " + begins));
        }
        if (read.times().getCount() == null) {
            starts.fastForward(
                    floating(LocalDateTime.ofInstant(since(now), zone).minus(length(zone))));
        }
        return times(starts, read, zone, now);
    }

    private static Instant since(Instant now) {
        return now.minus(Journal.RESERVATIONS_KEPT);
    }

    private Duration length(ZoneId zone) {
        return Duration.between(LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(until, zone));
    }

    private SeriesTimes times(RecurrenceRuleIterator starts, SeriesRule read, ZoneId zone, Instant now) {
        List<TimeSpan> times = new ArrayList<>();
        Set<LocalDate> unused = new TreeSet<>(except);
        Instant horizon = (from.isAfter(now) ? from : now).plus(HORIZON);
        boolean goesOn = false;
        while (starts.hasNext()) {
            LocalDateTime local = local(starts.nextDateTime());
            TimeSpan time = time(local, zone);
            if (read.last() != null && time.from().isAfter(read.last())) {
                break;
            }
            if (times.size() == MOST_TIMES || time.from().isAfter(horizon)) {
                goesOn = true;
                break;
            }
            if (unused.remove(local.toLocalDate()) || time.until().isBefore(since(now))) {
                continue;
            }
            if (!times.isEmpty()
                    && time.from().isBefore(times.get(times.size() - 1).until())) {
                return new RuleFault(
                        "repeat", new BilingualText("上一次结束之前又开始", "begins again before the last time has ended"));
            }
            times.add(time);
        }
        return checked(times, unused, goesOn, zone);
    }

    private SeriesTimes checked(List<TimeSpan> times, Set<LocalDate> unused, boolean goesOn, ZoneId zone) {
        if (times.isEmpty()) {
            return new RuleFault("repeat", new BilingualText("没有尚可保留的时间", "gives no time that the hub can keep"));
        }
        LocalDate end = LocalDate.ofInstant(times.get(times.size() - 1).from(), zone);
        LocalDate begin = LocalDate.ofInstant(times.get(0).from(), zone);
        for (LocalDate day : unused) {
            if (day.isBefore(LocalDate.ofInstant(from, zone))
                    || (day.isAfter(begin) && day.isBefore(end))
                    || (day.isAfter(end) && !goesOn)) {
                return new RuleFault(
                        "except",
                        new BilingualText(
                                day + " 没有该预订", "has " + day + ", a day on which no time of the rule begins"));
            }
        }
        return new TimesResult(List.copyOf(times), goesOn);
    }

    private TimeSpan time(LocalDateTime local, ZoneId zone) {
        if (local.equals(LocalDateTime.ofInstant(from, zone))) {
            return new TimeSpan(from, until);
        }
        Duration length = length(zone);
        Instant begin = local.atZone(zone).toInstant();
        Instant end = local.plus(length).atZone(zone).toInstant();
        return new TimeSpan(begin, end.isAfter(begin) ? end : begin.plus(Duration.between(from, until)));
    }

    static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    private static DateTime floating(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }
}
