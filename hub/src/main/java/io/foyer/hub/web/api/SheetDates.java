package io.foyer.hub.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the days of a file in the usual notations of spreadsheets. The month of {@code 11/1/2026} is not clear. But a
 * program writes all days of a file alike, so a single {@code 11/30/2026} in the file decides.
 */
final class SheetDates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern ANY_ORDER = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00)?(\\.0+)?$");
    private static final String CENTURY = "20";

    /** The places of the year, the month and the day in a match. */
    private enum DateOrder {
        MONTH_DAY_YEAR(4, 1, 3),
        DAY_MONTH_YEAR(4, 3, 1),
        YEAR_MONTH_DAY(1, 3, 4);

        private final int year;
        private final int month;
        private final int day;

        DateOrder(int year, int month, int day) {
            this.year = year;
            this.month = month;
            this.day = day;
        }

        /** The day in this order; empty where there is no such day. */
        Stream<String> read(MatchResult cell) {
            String written = cell.group(year);
            String full = written.length() == 4 ? written : CENTURY + twoDigits(written);
            String iso = iso(full, cell.group(month), cell.group(day));
            return isDay(iso) ? Stream.of(iso) : Stream.empty();
        }
    }

    private final Set<DateOrder> orders = EnumSet.allOf(DateOrder.class);

    /** Learns from a cell. All cells come here before the first one is read. */
    void look(String cell) {
        Matcher any = ANY_ORDER.matcher(day(cell));
        if (any.matches()) {
            orders.removeIf(order -> order.read(any).findAny().isEmpty());
        }
    }

    /** True where a cell may mean two days, and no other cell of the file decides. */
    boolean isDoubtful(String cell) {
        return days(cell).size() > 1;
    }

    /** The day in ISO's form. A text that is no day stays as it is. */
    String read(String cell) {
        return days(cell).stream().findFirst().orElse(cell);
    }

    private Set<String> days(String cell) {
        String day = day(cell);
        Matcher first = YEAR_FIRST.matcher(day);
        if (first.matches()) {
            return Set.of(
                    first.group(1) == null
                            ? iso(first.group(5), first.group(6), first.group(7))
                            : iso(first.group(1), first.group(3), first.group(4)));
        }
        Matcher dotted = DOTTED.matcher(day);
        if (dotted.matches()) {
            return Set.of(iso(dotted.group(3), dotted.group(2), dotted.group(1)));
        }
        Matcher any = ANY_ORDER.matcher(day);
        return any.matches()
                ? (orders.isEmpty() ? List.of(DateOrder.values()) : orders)
                        .stream().flatMap(order -> order.read(any)).collect(Collectors.toSet())
                : Set.of();
    }

    private static String day(String cell) {
        return MIDNIGHT.matcher(cell).replaceFirst("");
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static boolean isDay(String iso) {
        try {
            return LocalDate.parse(iso).isAfter(LocalDate.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
