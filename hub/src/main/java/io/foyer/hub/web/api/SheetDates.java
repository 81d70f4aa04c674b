package io.foyer.hub.web.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a file, in whichever of the usual ways a spreadsheet has written them. Of {@code 11/1/2026} nobody can tell
 * the month; one program writes all days of a file alike, so a single {@code 11/30/2026} in it settles that.
 */
final class SheetDates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00)?(\\.0+)?$");
    private static final int MONTHS = 12;

    private boolean dayFirst;
    private boolean monthFirst;

    /** Looks at a cell before any is read. */
    void look(String cell) {
        Matcher last = YEAR_LAST.matcher(day(cell));
        if (last.matches()) {
            dayFirst |= Integer.parseInt(last.group(1)) > MONTHS;
            monthFirst |= Integer.parseInt(last.group(3)) > MONTHS;
        }
    }

    /** Whether it may be two days, and nothing in the file tells which. */
    boolean isDoubtful(String cell) {
        Matcher last = YEAR_LAST.matcher(day(cell));
        return last.matches()
                && dayFirst == monthFirst
                && Integer.parseInt(last.group(1)) <= MONTHS
                && Integer.parseInt(last.group(3)) <= MONTHS
                && !last.group(1).equals(last.group(3));
    }

    /** The day as ISO writes it; what is none is as it was. */
    String read(String cell) {
        String day = day(cell);
        Matcher first = YEAR_FIRST.matcher(day);
        if (first.matches()) {
            return first.group(1) == null
                    ? iso(first.group(5), first.group(6), first.group(7))
                    : iso(first.group(1), first.group(3), first.group(4));
        }
        Matcher dotted = DOTTED.matcher(day);
        if (dotted.matches()) {
            return iso(dotted.group(3), dotted.group(2), dotted.group(1));
        }
        Matcher last = YEAR_LAST.matcher(day);
        if (!last.matches()) {
            return cell;
        }
        boolean isMonthFirst = Integer.parseInt(last.group(3)) > MONTHS
                || (monthFirst && !dayFirst && Integer.parseInt(last.group(1)) <= MONTHS);
        return isMonthFirst
                ? iso(last.group(4), last.group(1), last.group(3))
                : iso(last.group(4), last.group(3), last.group(1));
    }

    private static String day(String cell) {
        return MIDNIGHT.matcher(cell).replaceFirst("");
    }

    private static String iso(String year, String month, String day) {
        return "%s-%2s-%2s".formatted(year, month, day).replace(' ', '0');
    }
}
