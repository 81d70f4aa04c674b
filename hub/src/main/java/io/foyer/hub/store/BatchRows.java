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

/**
 * Gathers the rows of a batch's entries. Added rows stay in their order; of the rows with one key the last one stays.
 * Nearly all rows belong to the first group. A row belongs to a later group where another row must be written before,
 * and the table of that other row comes later.
 */
final class BatchRows {
    private final KeyRegistry registry;
    private final Map<String, SiteRows> sites = new HashMap<>();
    private final List<RowGroup> groups = new ArrayList<>(List.of(new RowGroup()));
    private final List<Statement> statements = new ArrayList<>();

    private record RowGroup(Map<Table, List<Object[]>> added, Map<Table, Map<List<Object>, Object[]>> keyed) {
        RowGroup() {
            this(new EnumMap<>(Table.class), new EnumMap<>(Table.class));
        }

        Map<List<Object>, Object[]> keyed(Table table) {
            return keyed.computeIfAbsent(table, any -> new LinkedHashMap<>());
        }

        void insert(List<Statement> into) {
            for (Table table : Table.values()) {
                if (added.containsKey(table)) {
                    into.addAll(table.insert(added.get(table)));
                }
                if (keyed.containsKey(table)) {
                    into.addAll(table.insert(keyed.get(table).values()));
                }
            }
        }
    }

    BatchRows(KeyRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds the rows of an entry. Throws {@link RefusedContent} at the first change that no database can take; then some
     * rows of the entry may be added already.
     */
    void add(BatchEntry entry) {
        SiteRows rows = sites.computeIfAbsent(entry.site(), site -> SiteRows.of(registry.of(site), this));
        entry.changes().forEach(change -> change.accept(rows));
    }

    /** The statements: group by group, the tables with rows in the order of the tables; then the single statements. */
    List<Statement> statements() {
        sites.values().forEach(site -> site.occupancy().finish());
        List<Statement> all = new ArrayList<>();
        groups.forEach(group -> group.insert(all));
        all.addAll(statements);
        return all;
    }

    /** Adds a row to the first group of a table. The row replaces an earlier row of the same key. */
    void row(Table table, @Nullable Object... values) {
        row(0, table, values);
    }

    /** Adds a row to a group of a table. The groups are written in the order of their numbers. */
    void row(int group, Table table, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            if (value instanceof String text && text.indexOf(0) >= 0) {
                throw new RefusedContent("U+0000 in a text");
            }
        }
        if (table.keyColumns() == 0) {
            group(group).added.computeIfAbsent(table, any -> new ArrayList<>()).add(values);
        } else {
            group(group).keyed(table).put(key(table, values), values);
        }
    }

    /**
     * Adds a row to a table with a key. The merger makes one row of an earlier row of the same key and group and this
     * one.
     */
    void merge(int group, Table table, BinaryOperator<Object[]> merger, @Nullable Object... values) {
        group(group).keyed(table).merge(key(table, values), values, merger);
    }

    private RowGroup group(int number) {
        while (groups.size() <= number) {
            groups.add(new RowGroup());
        }
        return groups.get(number);
    }

    private static List<Object> key(Table table, @Nullable Object... values) {
        return List.copyOf(Arrays.asList(values).subList(0, table.keyColumns()));
    }

    /** Adds a single statement. The single statements go out after all rows. */
    void statement(Statement statement) {
        statements.add(statement);
    }
}
