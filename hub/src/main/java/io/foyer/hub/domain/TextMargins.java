package io.foyer.hub.domain;

/** What stands round a text and is no part of it: a reader's line ends and frame signs, a spreadsheet's blanks and marks. */
public final class TextMargins {
    private TextMargins() {}

    /** Without blanks, line ends, control characters and signs that nobody sees, at both ends. */
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
