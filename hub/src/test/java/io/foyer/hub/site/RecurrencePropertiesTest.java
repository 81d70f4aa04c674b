package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules that are taken mean what RFC 5545 says, read anew here: day by day, with no rule's walk. */
class RecurrencePropertiesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final Instant NOW = TODAY.atStartOfDay(BERLIN).toInstant();

    /** A rule with the question whether a day is one of it. */
    record Asked(String frequency, int interval, Set<DayOfWeek> days, Set<Integer> monthDays, Set<Integer> months) {
        String rule() {
            StringBuilder rule = new StringBuilder("FREQ=" + frequency + ";INTERVAL=" + interval);
            part(
                    rule,
                    "BYDAY",
                    days.stream().map(day -> day.name().substring(0, 2)).toList());
            part(rule, "BYMONTHDAY", monthDays);
            part(rule, "BYMONTH", months);
            return rule.toString();
        }

        private static void part(StringBuilder rule, String name, java.util.Collection<?> values) {
            if (!values.isEmpty()) {
                rule.append(';')
                        .append(name)
                        .append('=')
                        .append(values.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
        }

        boolean has(LocalDate day, LocalDate first) {
            return isInInterval(day, first)
                    && (months.isEmpty()
                            ? !isYearly() || !days.isEmpty() || day.getMonth() == first.getMonth()
                            : months.contains(day.getMonthValue()))
                    && (monthDays.isEmpty()
                            || monthDays.contains(day.getDayOfMonth())
                            || monthDays.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1))
                    && (days.isEmpty() || days.contains(day.getDayOfWeek()))
                    && isLikeFirst(day, first);
        }

        private boolean isYearly() {
            return frequency.equals("YEARLY");
        }

        private boolean isInInterval(LocalDate day, LocalDate first) {
            long apart =
                    switch (frequency) {
                        case "DAILY" -> ChronoUnit.DAYS.between(first, day);
                        case "WEEKLY" ->
                            ChronoUnit.WEEKS.between(first.with(DayOfWeek.MONDAY), day.with(DayOfWeek.MONDAY));
                        case "MONTHLY" -> ChronoUnit.MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1));
                        default -> day.getYear() - first.getYear();
                    };
            return apart % interval == 0;
        }

        /** What the rule leaves open is as the first day has it. */
        private boolean isLikeFirst(LocalDate day, LocalDate first) {
            return switch (frequency) {
                case "WEEKLY" -> !days.isEmpty() || day.getDayOfWeek() == first.getDayOfWeek();
                case "MONTHLY", "YEARLY" ->
                    !days.isEmpty() || !monthDays.isEmpty() || day.getDayOfMonth() == first.getDayOfMonth();
                default -> true;
            };
        }
    }

    @Provide
    Arbitrary<Asked> rules() {
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3);
        Arbitrary<Set<Integer>> monthDays =
                Arbitraries.of(1, 15, 28, 29, 30, 31, -1, -2).set().ofMaxSize(2);
        Arbitrary<Set<Integer>> months =
                Arbitraries.integers().between(1, 12).set().ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
                        Arbitraries.integers().between(1, 4),
                        days,
                        monthDays,
                        months)
                .as(Asked::new)
                .filter(rule -> !rule.frequency.equals("WEEKLY") || rule.monthDays.isEmpty())
                .filter(rule -> !rule.frequency.equals("YEARLY") || rule.monthDays.isEmpty() || !rule.months.isEmpty());
    }

    @Property(tries = 2_000)
    void a_rule_has_the_days_that_the_standard_gives_it(
            @ForAll("rules") Asked asked, @ForAll("beginnings") LocalDate near, @ForAll("hours") int hour) {
        LocalDate first = near.datesUntil(near.plusYears(9))
                .filter(day -> asked.has(day, day))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return;
        }
        Instant from = first.atTime(hour, 30).atZone(BERLIN).toInstant();
        Recurrence.SeriesTimes unrolled =
                new Recurrence(asked.rule(), from, from.plusSeconds(600), Set.of()).unroll(BERLIN, NOW);
        List<TimeSpan> times = unrolled instanceof Recurrence.TimesResult some ? some.times() : List.of();
        LocalDate since = LocalDate.ofInstant(NOW.minus(Journal.RESERVATIONS_KEPT), BERLIN)
                .plusDays(1);
        LocalDate last = times.isEmpty() ? TODAY.plusYears(5) : day(times.get(times.size() - 1));
        Set<LocalDate> wanted = first.datesUntil((last.isBefore(first) ? first : last).plusDays(1))
                .filter(day -> !day.isBefore(since) && asked.has(day, first))
                .collect(Collectors.toCollection(TreeSet::new));
        if (times.isEmpty()) {
            // A rule must begin again within five years; the library gives up after some more.
            assertThat(wanted).as(asked.rule() + " from " + first).hasSizeLessThan(2);
            return;
        }
        assertThat(times.stream()
                        .map(RecurrencePropertiesTest::day)
                        .filter(day -> !day.isBefore(since))
                        .toList())
                .as(asked.rule() + " from " + first)
                .containsExactlyElementsOf(wanted);
    }

    private static LocalDate day(TimeSpan time) {
        return LocalDate.ofInstant(time.from(), BERLIN);
    }

    @Provide
    Arbitrary<LocalDate> beginnings() {
        return Arbitraries.integers().between(-3_000, 400).map(TODAY::plusDays);
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.of(0, 2, 9, 23);
    }
}
