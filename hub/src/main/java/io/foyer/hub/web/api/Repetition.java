package io.foyer.hub.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * When a booking begins again: an RFC 5545 rule, on the site's clock, so that nine o'clock stays nine o'clock. A rule
 * without an end ends at {@link #MOST_TIMES} times or {@link #LONGEST} after its beginning, whichever comes first.
 */
final class Repetition {
    static final int MOST_TIMES = 1_000;
    static final Duration LONGEST = Duration.ofDays(5 * 366);
    private static final String PREFIX = "RRULE:";
    private static final Set<Freq> KNOWN = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private Repetition() {}

    /** The beginnings in order, {@code from} first; says in the fields what is wrong with the rule. */
    static List<Instant> starts(Fields fields, String rule, Instant from, Instant until, ZoneId zone) {
        TimeZone clock = TimeZone.getTimeZone(zone);
        List<Instant> starts = new ArrayList<>(List.of(from));
        try {
            RecurrenceRule parsed = parsed(rule, clock);
            if (!fits(fields, parsed, from)) {
                return starts;
            }
            RecurrenceRuleIterator times = parsed.iterator(new DateTime(clock, from.toEpochMilli()));
            Instant last = from.plus(LONGEST);
            while (times.hasNext() && starts.size() < MOST_TIMES) {
                Instant next = Instant.ofEpochMilli(times.nextMillis());
                if (next.isAfter(last)) {
                    break;
                }
                if (next.isAfter(from)) {
                    starts.add(next);
                }
            }
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            fields.wrong(
                    "repeat",
                    "须为 RFC 5545 规则，例如 FREQ=WEEKLY;BYDAY=MO;COUNT=10；按日、周、月或年；COUNT 与 INTERVAL 至少为 1；五年内会再次开始",
                    "must be an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO;COUNT=10, by day, week, month or year, with"
                            + " COUNT and INTERVAL from 1, and begin again within five years");
        }
        Duration length = Duration.between(from, until);
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i).isBefore(starts.get(i - 1).plus(length))) {
                fields.wrong("repeat", "上一次结束之前又开始", "begins again before it has ended");
                break;
            }
        }
        return starts;
    }

    /**
     * Says what a rule must not have beside a booking. Many times of one day are no booking of a room, and to find out
     * which of them there are costs the loop of all pages a fifth of a second.
     */
    private static boolean fits(Fields fields, RecurrenceRule rule, Instant from) {
        // Not a constant of ours: the library's parts can only be touched after its rule has been.
        if (Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)
                .anyMatch(part -> rule.hasPart(part) && rule.getByPart(part).size() > 1)) {
            fields.wrong(
                    "repeat",
                    "每天只能开始一次：BYHOUR、BYMINUTE、BYSECOND 各最多一个值",
                    "must begin once a day at most: give one value in BYHOUR, BYMINUTE and BYSECOND, or leave them out");
            return false;
        }
        DateTime end = rule.getUntil();
        if (end != null && end.getTimestamp() < from.toEpochMilli()) {
            fields.wrong("repeat", "UNTIL 早于 from", "has an UNTIL before `from`");
            return false;
        }
        return true;
    }

    /** An end that is a day or has no offset is meant on the site's clock. */
    private static RecurrenceRule parsed(String text, TimeZone clock) throws InvalidRecurrenceRuleException {
        RecurrenceRule rule = new RecurrenceRule(
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text, RfcMode.RFC5545_STRICT);
        if (!KNOWN.contains(rule.getFreq())) {
            throw new InvalidRecurrenceRuleException("not by day, week, month or year");
        }
        // The library counts such an interval day by day, which takes it a minute.
        if (rule.getInterval() > LONGEST.toDays()) {
            throw new InvalidRecurrenceRuleException("not again within " + LONGEST);
        }
        DateTime end = rule.getUntil();
        if (end != null && end.isAllDay()) {
            rule.setUntil(new DateTime(clock, end.getYear(), end.getMonth(), end.getDayOfMonth(), 23, 59, 59));
        } else if (end != null && end.isFloating()) {
            rule.setUntil(end.swapTimeZone(clock));
        }
        return rule;
    }
}
