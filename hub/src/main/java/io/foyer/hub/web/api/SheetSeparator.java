package io.foyer.hub.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sign between the cells of a file: the file names the sign itself, or its titles tell. */
final class SheetSeparator {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LONGEST_HEADING = 10_000;
    /** The line in which a file tells spreadsheets its separator begins so. */
    private static final String MARK = "sep=";

    private SheetSeparator() {}

    /** True where a line only names the separator. */
    static boolean isNamedBy(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(MARK);
    }

    static char of(String text) {
        int mark = text.regionMatches(true, 0, MARK, 0, MARK.length()) ? MARK.length() : -1;
        if (mark > 0 && mark < text.length() && SEPARATORS.contains(text.charAt(mark))) {
            return text.charAt(mark);
        }
        String first = text.substring(0, Math.min(text.length(), LONGEST_HEADING))
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong((Character separator) -> titles(first, separator))
                        .thenComparing(separator -> -SEPARATORS.indexOf(separator)))
                .orElse(',');
    }

    private static long titles(String line, char separator) {
        return Stream.of(line.split(Pattern.quote(String.valueOf(separator))))
                .filter(title -> PeopleColumn.of(title.replace("\"", "")) != null)
                .count();
    }
}
