package io.foyer.hub.web.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of people, with commas, semicolons or tabs between the cells. Blank columns, rows and cells count
 * as missing. A repeated first line counts as missing too: joined files have one.
 */
final class PeopleTable {
    private final String text;
    private final Rows rows;
    private @Nullable PeopleHeading heading;
    private boolean any;

    /** Takes the rows and the errors of the file. Lines are counted from 1. */
    interface Rows {
        /** Takes a row; returns false where it wants no more rows. */
        boolean row(int line, EnumMap<PeopleColumn, String> cells);

        void wrong(int line, String field, String zh, String en);
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
                .fieldSeparator(SheetSeparator.of(text))
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
        if (isFirst && SheetSeparator.isNamedBy(record.getField(0))) {
            return true;
        }
        boolean blank = record.getFields().stream()
                .allMatch(cell -> SheetCell.read(cell, false).isEmpty());
        if (heading == null) {
            heading = blank ? null : PeopleHeading.read(record, line, rows);
            return heading == null || !heading.columns().isEmpty();
        }
        return blank || heading.isAgain(record) || row(record, line, heading);
    }

    private boolean row(CsvRecord record, int line, PeopleHeading known) {
        EnumMap<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        for (int i = 0; i < record.getFieldCount(); i++) {
            PeopleColumn column = i < known.columns().size() ? known.columns().get(i) : null;
            String cell = SheetCell.read(record.getField(i), column != null && column.isText());
            if (!cell.isBlank() && column == null) {
                boolean beyond = i >= known.columns().size();
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
