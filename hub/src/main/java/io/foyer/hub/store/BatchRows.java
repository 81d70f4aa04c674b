package io.foyer.hub.store;

import io.foyer.hub.site.Batch.BatchEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What entries come to in rows: added rows in their order; of keyed rows the last of each key. */
final class BatchRows {
    private final KeyRegistry registry;
    private final Map<String, SiteRows> sites = new HashMap<>();
    private final Map<Table, List<Object[]>> added = new EnumMap<>(Table.class);
    private final Map<Table, Map<List<Object>, Object[]>> keyed = new EnumMap<>(Table.class);
    private final List<Statement> statements = new ArrayList<>();

    BatchRows(KeyRegistry registry) {
        this.registry = registry;
    }

    /** Throws {@link RefusedContent} at the first change that no database could take; some of the entry may be in by then. */
    void add(BatchEntry entry) {
        SiteRows rows = sites.computeIfAbsent(entry.site(), site -> SiteRows.of(registry.of(site), this));
        entry.changes().forEach(change -> change.accept(rows));
    }

    /** The statements of each table that has rows, in the order of the tables, and then the single statements. */
    List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        added.forEach((table, rows) -> all.addAll(table.insert(rows)));
        keyed.forEach((table, rows) -> all.addAll(table.insert(rows.values())));
        all.addAll(statements);
        return all;
    }

    /** A row for a table. A row of the same key that came before is replaced. */
    void row(Table table, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            if (value instanceof String text && text.indexOf(0) >= 0) {
                throw new RefusedContent("U+0000 in a text");
            }
        }
        if (table.keyColumns() == 0) {
            added.computeIfAbsent(table, any -> new ArrayList<>()).add(values);
        } else {
            keyed(table).put(key(table, values), values);
        }
    }

    /** A row for a table with a key, which becomes one with a row of the same key that came before. */
    void merge(Table table, BinaryOperator<Object[]> merger, @Nullable Object... values) {
        keyed(table).merge(key(table, values), values, merger);
    }

    private Map<List<Object>, Object[]> keyed(Table table) {
        return keyed.computeIfAbsent(table, any -> new LinkedHashMap<>());
    }

    private static List<Object> key(Table table, @Nullable Object... values) {
        return List.copyOf(Arrays.asList(values).subList(0, table.keyColumns()));
    }

    /** A statement of its own, which is sent after all rows. */
    void statement(Statement statement) {
        statements.add(statement);
    }
}
