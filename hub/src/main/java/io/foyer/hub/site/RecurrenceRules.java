package io.foyer.hub.site;

import io.foyer.hub.domain.definition.BilingualText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/** Reads the rules of RFC 5545 that a booking may have, and says what is wrong with other rules. */
final class RecurrenceRules {
    /** The library goes through all counted times, at 2 µs each. */
    static final int HIGHEST_COUNT = 5_000;

    private static final String PREFIX = "RRULE:";
    private static final Set<Freq> KNOWN = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final int LONGEST_INTERVAL = 5 * 366;
    private static final int LAST_WEEK = 53;

    static final BilingualText NO_RULE = new BilingualText(
            "须为 RFC 5545 规则，例如 FREQ=WEEKLY;BYDAY=MO;COUNT=10；按日、周、月或年；INTERVAL 至少为 1，COUNT 为 1 至 5000；五年内会再次开始",
            "must be an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO;COUNT=10, by day, week, month or year, with"
                    + " COUNT and INTERVAL from 1, COUNT up to 5000, and begin again within five years");
    private static final BilingualText OFTEN_A_DAY = new BilingualText(
            "每天只能开始一次：BYHOUR、BYMINUTE、BYSECOND 各最多一个值",
            "must begin once a day at most: give one value in BYHOUR, BYMINUTE and BYSECOND, or leave them out");
    private static final BilingualText MORE_THAN_RULE = new BilingualText(
            "只能是一条规则：不发生的日子写在 `except` 中，改期则另建一个预订",
            "must be one rule: give the days without a time in `except`, and a time that is moved as a booking of its own");
    private static final BilingualText OTHER_CALENDAR = new BilingualText(
            "不支持 RSCALE 和 SKIP：没有该日的月份将被跳过，每月最后一天写作 BYMONTHDAY=-1",
            "must not have RSCALE or SKIP: a month without the day is left out; the last day of each is BYMONTHDAY=-1");
    private static final BilingualText DAY_OF_WHICH_MONTH = new BilingualText(
            "FREQ=YEARLY 的 BYMONTHDAY 须有 BYMONTH；每月则用 FREQ=MONTHLY",
            "must have BYMONTH beside the BYMONTHDAY of FREQ=YEARLY, or be FREQ=MONTHLY for each month");
    private static final BilingualText NOT_EACH_YEAR = new BilingualText(
            "不支持第 53 周：不是每年都有", "must not have week 53, which few years have: give the days by BYMONTH and BYDAY");

    private RecurrenceRules() {}

    /** A rule without its end. {@code last} is the end; null where there is none. */
    record SeriesRule(RecurrenceRule times, @Nullable Instant last) {}

    /** A rule, or the text about what is wrong. */
    sealed interface RuleReading permits RuleResult, WrongRule {
        /** Applies one function to the rule, or the other to the text. */
        <T> T either(Function<SeriesRule, T> ofRule, Function<BilingualText, T> ofWrong);
    }

    record RuleResult(SeriesRule rule) implements RuleReading {
        @Override
        public <T> T either(Function<SeriesRule, T> ofRule, Function<BilingualText, T> ofWrong) {
            return ofRule.apply(rule);
        }
    }

    record WrongRule(BilingualText text) implements RuleReading {
        @Override
        public <T> T either(Function<SeriesRule, T> ofRule, Function<BilingualText, T> ofWrong) {
            return ofWrong.apply(text);
        }
    }

    static RuleReading read(String text, ZoneId zone) {
        String rule = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        if (rule.lines().count() > 1 || rule.contains("EXDATE") || rule.contains("RDATE")) {
            return new WrongRule(MORE_THAN_RULE);
        }
        try {
            RecurrenceRule parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
            BilingualText wrong = objection(parsed);
            return wrong == null ? new RuleResult(withoutEnd(parsed, zone)) : new WrongRule(wrong);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return new WrongRule(NO_RULE);
        }
    }

    private static @Nullable BilingualText objection(RecurrenceRule rule) {
        Integer count = rule.getCount();
        // The library counts a long interval day by day, which can take a minute.
        if (!KNOWN.contains(rule.getFreq())
                || rule.getInterval() > LONGEST_INTERVAL
                || (count != null && count > HIGHEST_COUNT)) {
            return NO_RULE;
        }
        // This is no constant: Java can only load the library's parts after its rule.
        if (Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)
                .anyMatch(part -> values(rule, part).size() > 1)) {
            return OFTEN_A_DAY;
        }
        if (rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP)) {
            return OTHER_CALENDAR;
        }
        // RFC 5545 means this day in each month; the library, like others, means it in one month.
        if (rule.getFreq() == Freq.YEARLY && rule.hasPart(Part.BYMONTHDAY) && !rule.hasPart(Part.BYMONTH)) {
            return DAY_OF_WHICH_MONTH;
        }
        // The library finds week 53 in years that have none.
        return values(rule, Part.BYWEEKNO).stream().anyMatch(week -> Math.abs(week) == LAST_WEEK)
                ? NOT_EACH_YEAR
                : null;
    }

    private static List<Integer> values(RecurrenceRule rule, Part part) {
        return rule.hasPart(part) ? rule.getByPart(part) : List.of();
    }

    /** An end that is a day, or that has no offset, is on the site's clock. */
    private static SeriesRule withoutEnd(RecurrenceRule rule, ZoneId zone) {
        DateTime end = rule.getUntil();
        if (end == null) {
            return new SeriesRule(rule, null);
        }
        rule.setUntil(null);
        if (!end.isAllDay() && !end.isFloating()) {
            return new SeriesRule(rule, Instant.ofEpochMilli(end.getTimestamp()));
        }
        LocalDateTime local =
                end.isAllDay() ? Recurrence.local(end).toLocalDate().atTime(23, 59, 59) : Recurrence.local(end);
        return new SeriesRule(rule, local.atZone(zone).toInstant());
    }
}
