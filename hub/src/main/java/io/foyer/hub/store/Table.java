package io.foyer.hub.store;

import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The tables that batches write. One statement writes any number of rows of a table: {@code INSERT ... SELECT
 * unnest(...)} with one array for each column. It is as quick as COPY and is prepared once. ({@code FROM unnest(...)}
 * would first store the rows aside.) A statement cannot touch a row twice, so the caller must make one row of all rows
 * with the same key (their first columns).
 */
enum Table {
    MESSAGE(
            0,
            TrailStatements.MESSAGE,
            OffsetDateTime.class,
            OffsetDateTime.class,
            Integer.class,
            Integer.class,
            Boolean.class,
            String.class,
            String.class,
            String.class),

    ACCESS_EVENT(
            0,
            TrailStatements.ACCESS_EVENT,
            Integer.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            Integer.class,
            Integer.class,
            String.class,
            String.class,
            String.class,
            String.class,
            String.class,
            String.class,
            String.class),

    DEAD_LETTER(
            0,
            TrailStatements.DEAD_LETTER,
            Integer.class,
            OffsetDateTime.class,
            String.class,
            String.class,
            String.class,
            String.class),

    AUDIT(
            0,
            TrailStatements.AUDIT,
            Integer.class,
            OffsetDateTime.class,
            String.class,
            String.class,
            String.class,
            String.class),

    ZONE_POINT(
            2, ZoneStatements.POINT, Integer.class, OffsetDateTime.class, Integer.class, Integer.class, Integer.class),

    ZONE_PASSAGE(2, ZoneStatements.PASSAGE, Integer.class, OffsetDateTime.class, Integer.class, Integer.class),

    ZONE_SHIFT(0, ZoneStatements.SHIFT, Integer.class, OffsetDateTime.class, OffsetDateTime.class, Integer.class),

    ZONE_ROLL_UP(0, StepSums.ROLL_UP, Integer.class, OffsetDateTime.class, OffsetDateTime.class),

    SOURCE_STATE(1, ZoneStatements.SOURCE, ZoneStatements.SOURCE_COLUMNS),

    ACCURACY_STATE(
            1, ZoneStatements.ACCURACY, Integer.class, Double.class, Double.class, Double.class, OffsetDateTime.class),

    BALANCE_STATE(2, ZoneStatements.BALANCE, ZoneStatements.BALANCE_COLUMNS),

    READING(
            2,
            MeterStatements.READING,
            Integer.class,
            OffsetDateTime.class,
            Long.class,
            String.class,
            OffsetDateTime.class,
            Long.class,
            Boolean.class),

    LATE_READING(0, MeterStatements.LATE_READING, Integer.class, OffsetDateTime.class, Long.class, Boolean.class),

    QUARTER(
            2,
            MeterStatements.QUARTER,
            Integer.class,
            OffsetDateTime.class,
            Long.class,
            Boolean.class,
            LocalDate.class,
            Integer.class),

    REPAIRED_QUARTER(2, RepairStatements.COVER, Integer.class, OffsetDateTime.class, Long.class),

    RATE_STATE(1, MeterStatements.RATE, Integer.class, Double.class, OffsetDateTime.class),

    WHEREABOUTS(
            2,
            AccessStatements.WHEREABOUTS,
            Integer.class,
            String.class,
            Integer.class,
            OffsetDateTime.class,
            Boolean.class,
            Integer.class,
            Integer.class,
            OffsetDateTime.class,
            String.class),

    DAY_USED(3, AccessStatements.DAY_USED, Integer.class, String.class, LocalDate.class),

    ALARM(
            4,
            TrailStatements.ALARM,
            Integer.class,
            String.class,
            String.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            String.class,
            String.class,
            String.class),

    ATTEMPTS(2, AccessStatements.ATTEMPTS, Integer.class, String.class, Integer.class, OffsetDateTime.class),

    DOOR_ACTIVITY(1, AccessStatements.DOOR_ACTIVITY, Integer.class, OffsetDateTime.class, OffsetDateTime.class),

    DOOR_CONTACT(
            2,
            AccessStatements.DOOR_CONTACT,
            Integer.class,
            Integer.class,
            Boolean.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            Boolean.class),

    RELEASE(1, AccessStatements.RELEASE, Integer.class, OffsetDateTime.class, String.class, String.class);

    /** A meter that was silent for a year has 35,000 quarters at once. More rows than this would make a door wait. */
    private static final int PART = 4_096;

    /** Rows that are made only when they go out take longer. */
    private static final int MADE_PART = 1_024;

    private final int keyColumns;
    private final String sql;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Class<?>> columns;

    Table(int keyColumns, String sql, Class<?>... columns) {
        this.keyColumns = keyColumns;
        this.sql = sql;
        this.columns = List.of(columns);
    }

    /** How many of the first columns are a row's key; 0 where batches only add rows. */
    int keyColumns() {
        return keyColumns;
    }

    /** The statements for some rows: one, or one for each {@link #PART} of very many. */
    List<Statement> insert(Collection<Object[]> rows) {
        return parts(List.copyOf(rows), row -> row, PART);
    }

    /** The statements for some things, each of which becomes a row when its statement goes out. */
    <T> List<Statement> insert(List<T> things, Function<T, Object[]> row) {
        return parts(things, row, MADE_PART);
    }

    private <T> List<Statement> parts(List<T> things, Function<T, Object[]> row, int most) {
        List<Statement> parts = new ArrayList<>();
        for (int from = 0; from < things.size(); from += most) {
            List<T> part = things.subList(from, Math.min(from + most, things.size()));
            parts.add(new Statement(sql, () -> arrays(part, row), things.size() > most));
        }
        return parts;
    }

    private <T> Tuple arrays(List<T> things, Function<T, Object[]> values) {
        List<Object[]> rows = things.stream().map(values).toList();
        Tuple arrays = Tuple.tuple();
        for (int column = 0; column < columns.size(); column++) {
            Object[] array = (Object[]) Array.newInstance(columns.get(column), rows.size());
            int index = 0;
            for (Object[] row : rows) {
                array[index++] = row[column];
            }
            arrays.addValue(array);
        }
        return arrays;
    }
}
