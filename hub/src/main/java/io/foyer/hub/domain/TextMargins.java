package io.foyer.hub.domain;

/**
 * Characters around a text that are no part of it: a reader adds line ends and frame signs, a spreadsheet adds blanks
 * and marks.
 */
public final class TextMargins {
    private TextMargins() {}

    /** The text without blanks, line ends, control characters and invisible signs at both ends. */
    public static String off(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isMargin(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isMargin(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isMargin(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.FORMAT;
    }
}
