package io.foyer.hub.web.api;

import io.foyer.hub.domain.TextMargins;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Protects cells from spreadsheets. A spreadsheet rewrites a cell that it takes for a formula, a number, a date or a
 * truth value, so such a cell gets an apostrophe before it. The reading removes what a spreadsheet or a person has put
 * around the cell.
 */
final class SheetCell {
    private static final Pattern WRAPPED = Pattern.compile("\\s*=\\s*\"(.*)\"\\s*", Pattern.DOTALL);
    private static final Pattern FAULT = Pattern.compile("#(N/A|NV|\\p{Lu}[\\p{Lu}\\d/]*[!?])");
    private static final Pattern MONTH =
            Pattern.compile("(?i)(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\\p{L}*");
    /** Truth values, and texts that JavaScript takes for numbers. */
    private static final Pattern WORD =
            Pattern.compile("(?i)true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|0x[0-9a-f]+");

    private static final Pattern FIGURES = Pattern.compile("(?i)(?=.*\\d)[\\d\\s.,:/%+Ee年月日$€£¥()-]+([ap]m?)?");
    /** A whole number so short that every program gives it back without a change. */
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,10}");

    private SheetCell() {}

    /** The form of a cell that no spreadsheet rewrites. {@link #read} gives the cell back. */
    static String neutral(String cell) {
        return isAtRisk(cell) ? "'" + cell : cell;
    }

    /**
     * The text that a person meant: without {@code ="…"}, without byte order marks, without an apostrophe before it.
     */
    static String read(String written, boolean isText) {
        Matcher wrapped = written.indexOf('"') > 0 ? WRAPPED.matcher(written) : null;
        String cell = wrapped != null && wrapped.matches() ? wrapped.group(1).replace("\"\"", "\"") : written;
        if (isText) {
            String bare = cell.startsWith("\uFEFF") ? cell.substring(1) : cell;
            return bare.startsWith("'") && isAtRisk(bare.substring(1)) ? bare.substring(1) : bare;
        }
        String bare = TextMargins.off(cell);
        return bare.startsWith("'") ? TextMargins.off(bare.substring(1)) : bare;
    }

    private static boolean isAtRisk(String cell) {
        return cell.startsWith("'")
                || (!cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0)
                || isRewritten(cell);
    }

    /** True where a spreadsheet takes a cell for a number, a time or a truth value, and rewrites it. */
    static boolean isRewritten(String cell) {
        String text = cell.strip();
        return !WHOLE.matcher(text).matches()
                && (WORD.matcher(text).matches()
                        || FIGURES.matcher(MONTH.matcher(text).replaceAll("")).matches());
    }

    /** True for the text that stands in place of a failed formula, in any language. */
    static boolean isFault(String cell) {
        return FAULT.matcher(cell).matches();
    }
}
