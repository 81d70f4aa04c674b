package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Code;
import java.util.EnumMap;

/** How a file writes its dates and cards. Learns from all rows before the hub reads the first row. */
final class SheetNotation implements PeopleTable.Rows {
    private static final String CARD = Code.of(CredentialType.CARD);

    private final SheetDates dates = new SheetDates();
    private final SheetCards cards = new SheetCards();
    private int rows;

    SheetDates dates() {
        return dates;
    }

    SheetCards cards() {
        return cards;
    }

    @Override
    public boolean row(int line, EnumMap<PeopleColumn, String> cells) {
        cells.forEach((column, cell) -> {
            if (column.isDay()) {
                dates.look(cell);
            }
        });
        String card = cells.get(PeopleColumn.CREDENTIAL);
        String type = cells.getOrDefault(PeopleColumn.CREDENTIAL_TYPE, CARD);
        if (card != null && type.equalsIgnoreCase(CARD)) {
            cards.look(card);
        }
        return ++rows <= PeopleReader.MOST_ROWS;
    }

    /** Does nothing: the reader of the rows finds the same errors. */
    @Override
    public void wrong(int line, String field, String zh, String en) {}
}
