package io.foyer.hub.web.api;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file of people.
 *
 * @param columns by place; null for a blank title. Empty where the line cannot be used
 */
record PeopleHeading(List<@Nullable PeopleColumn> columns) {
    private static final String TITLES =
            Stream.of(PeopleColumn.values()).map(PeopleColumn::title).collect(Collectors.joining(", "));
    private static final String KNOWN_ZH = "以逗号、分号或制表符分列，可用的列有：" + TITLES;
    private static final String KNOWN_EN = "with commas, semicolons or tabs between them there may be: " + TITLES;

    /** Reads the titles, and tells the errors in them. */
    static PeopleHeading read(CsvRecord first, int line, PeopleTable.Rows rows) {
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
        return new PeopleHeading(usable ? columns : List.of());
    }

    /** True where a later line is this line again. */
    boolean isAgain(CsvRecord record) {
        boolean same = record.getFieldCount() > 1;
        for (int i = 0; i < record.getFieldCount() && same; i++) {
            PeopleColumn column = i < columns.size() ? columns.get(i) : null;
            same = column == PeopleColumn.of(record.getField(i));
        }
        return same;
    }
}
