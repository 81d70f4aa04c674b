package io.foyer.hub.web.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of people, with commas, semicolons or tabs between the cells. Blank columns, rows and cells count
 * as missing. A repeated first line counts as missing too: joined files have one.
 */
final class PeopleTable {
    private static final String TITLES =
            Stream.of(PeopleColumn.values()).map(PeopleColumn::title).collect(Collectors.joining(", "));
    private static final String KNOWN_ZH = "以逗号、分号或制表符分列，可用的列有：" + TITLES;
    private static final String KNOWN_EN = "with commas, semicolons or tabs between them there may be: " + TITLES;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LONGEST_HEADING = 10_000;
    /** The line in which a file tells spreadsheets its separator begins so. */
    private static final String TELLS_SEPARATOR = "sep=";

    private final String text;
    private final Rows rows;
    private @Nullable Heading heading;
    private boolean any;

    /** Takes the rows and the errors of the file. Lines are counted from 1. */
    interface Rows {
        /** Takes a row; returns false where it wants no more rows. */
        boolean row(int line, EnumMap<PeopleColumn, String> cells);

        void wrong(int line, String field, String zh, String en);
    }

    /** The columns by place: null for a blank title. Empty where the first line cannot be used. */
    private record Heading(List<@Nullable PeopleColumn> columns) {
        boolean isAgain(CsvRecord record) {
            boolean same = record.getFieldCount() > 1;
            for (int i = 0; i < record.getFieldCount() && same; i++) {
                PeopleColumn column = i < columns.size() ? columns.get(i) : null;
                same = column == PeopleColumn.of(record.getField(i));
            }
            return same;
        }
    }

    private PeopleTable(String text, Rows rows) {
        this.text = text;
        this.rows = rows;
    }

    static void read(String text, Rows rows) {
        new PeopleTable(text, rows).read();
    }

    private void read() {
        int line = 1;
        String last = "";
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                line = (int) record.getStartingLineNumber();
                last = record.getField(record.getFieldCount() - 1);
                if (!take(record, line)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            rows.wrong(line, "", "此行之后不是有效的 CSV", "what follows this line is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean odd = text.chars().filter(sign -> sign == '"').count() % 2 != 0;
        if (odd && (last.indexOf('\n') >= 0 || last.indexOf('\r') >= 0 || text.endsWith(last))) {
            rows.wrong(line, "", "此行起有引号没有闭合", "from this line on a quotation mark is not closed");
        }
        if (!any) {
            rows.wrong(1, "", "文件是空的", "the file is empty");
        }
    }

    /** Takes a line; returns false where the reader wants no more rows. */
    private boolean take(CsvRecord record, int line) {
        boolean isFirst = !any;
        any = true;
        if (isFirst && record.getField(0).toLowerCase(Locale.ROOT).startsWith(TELLS_SEPARATOR)) {
            return true;
        }
        boolean blank = record.getFields().stream()
                .allMatch(cell -> SheetCell.read(cell, false).isEmpty());
        if (heading == null) {
            heading = blank ? null : heading(record, line);
            return heading == null || !heading.columns.isEmpty();
        }
        return blank || heading.isAgain(record) || row(record, line, heading);
    }

    private char separator() {
        int mark = text.regionMatches(true, 0, TELLS_SEPARATOR, 0, TELLS_SEPARATOR.length())
                ? TELLS_SEPARATOR.length()
                : -1;
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

    private Heading heading(CsvRecord first, int line) {
        List<@Nullable PeopleColumn> columns = new ArrayList<>();
        boolean usable = true;
        for (String title : first.getFields()) {
            PeopleColumn column = PeopleColumn.of(title);
            boolean blank = SheetCell.read(title, false).isEmpty();
            if (column == null && !blank) {
                rows.wrong(line, title, "不认识此列；" + KNOWN_ZH, "is no column that is known here; " + KNOWN_EN);
                usable = false;
            } else if (column != null && columns.contains(column)) {
                rows.wrong(line, column.title(), "此列出现两次", "is there twice");
                usable = false;
            }
            columns.add(column);
        }
        if (usable && !columns.contains(PeopleColumn.MEMBER)) {
            rows.wrong(line, PeopleColumn.MEMBER.title(), "缺少此列", "this column must be there");
            usable = false;
        }
        return new Heading(usable ? columns : List.of());
    }

    private boolean row(CsvRecord record, int line, Heading known) {
        EnumMap<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        for (int i = 0; i < record.getFieldCount(); i++) {
            PeopleColumn column = i < known.columns.size() ? known.columns.get(i) : null;
            String cell = SheetCell.read(record.getField(i), column != null && column.isText());
            if (!cell.isBlank() && column == null) {
                boolean beyond = i >= known.columns.size();
                rows.wrong(
                        line,
                        "",
                        beyond ? "列数多于首行" : "第 " + (i + 1) + " 列没有标题",
                        beyond
                                ? "has more cells than the first line"
                                : "has a cell in column " + (i + 1) + ", which has no title");
                return true;
            }
            if (column != null && !cell.isBlank()) {
                cells.put(column, cell);
            }
        }
        return rows.row(line, cells);
    }
}
