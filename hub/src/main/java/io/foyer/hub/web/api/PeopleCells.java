package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.command.Reply.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row by column, with their errors. A value with an error is arbitrary: ask {@link #errors} before
 * using any value. A blank cell is null.
 */
final class PeopleCells {
    private final Map<PeopleColumn, String> cells;
    private final SheetNotation notation;
    private final RequestFields fields = new RequestFields();

    PeopleCells(Map<PeopleColumn, String> cells, SheetNotation notation) {
        this.cells = cells;
        this.notation = notation;
    }

    List<FieldError> errors() {
        return fields.errors();
    }

    /** Checks values, and names the column of the file in each error. */
    RequestFields fields() {
        return fields;
    }

    void wrong(PeopleColumn column, String zh, String en) {
        fields.wrong(column.title(), zh, en);
    }

    boolean has(PeopleColumn column) {
        return cells.containsKey(column);
    }

    boolean hasAny(PeopleColumn first, PeopleColumn last) {
        return Stream.of(PeopleColumn.values())
                .anyMatch(column -> column.compareTo(first) >= 0 && column.compareTo(last) <= 0 && has(column));
    }

    /** The cell as it stands in the file. */
    @Nullable String raw(PeopleColumn column) {
        return cells.get(column);
    }

    String text(PeopleColumn column) {
        return fields.text(column.title(), raw(column));
    }

    @Nullable String optionalText(PeopleColumn column) {
        return fields.optionalText(column.title(), raw(column));
    }

    String id(PeopleColumn column) {
        return fields.id(column.title(), raw(column));
    }

    /** The day in ISO's form. A text that can mean two days is an error. */
    @Nullable String day(PeopleColumn column) {
        String cell = raw(column);
        if (cell == null) {
            return null;
        }
        if (notation.dates().isDoubtful(cell)) {
            wrong(
                    column,
                    "分不清月和日：请写成 2026-11-30 的样子",
                    "may be month and day or day and month, and no other date of the file decides: write it like 2026-11-30");
        }
        return notation.dates().read(cell);
    }

    /** What a reader reads from the credential. */
    String credential(CredentialType type) {
        String value = text(PeopleColumn.CREDENTIAL);
        boolean hasError = value.isEmpty() || value.length() > RequestFields.LONGEST_TEXT;
        BilingualText fault = hasError ? null : notation.cards().fault(type, value);
        if (fault != null) {
            wrong(PeopleColumn.CREDENTIAL, fault.zh(), fault.en());
        }
        return type == CredentialType.CARD ? notation.cards().read(value) : value;
    }

    /** The constant of a cell, with capitals or without. */
    <E extends Enum<E>> @Nullable E code(PeopleColumn column, E[] allowed) {
        String cell = raw(column);
        return fields.optionalOneOf(column.title(), cell == null ? null : inEnglish(cell), allowed);
    }

    /** Spreadsheets write {@code true} in their own language. */
    private static String inEnglish(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "wahr", "vrai", "verdadero", "vero", "yes", "ja", "是", "1" -> "true";
            case "falsch", "faux", "falso", "no", "nein", "否", "0" -> "false";
            default -> word;
        };
    }
}
