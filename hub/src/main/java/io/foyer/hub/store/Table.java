package io.foyer.hub.store;

import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The tables that batches write. One statement writes any number of rows of a table: {@code INSERT ... SELECT
 * unnest(...)} with one array for each column. It is as quick as COPY and is prepared once. ({@code FROM unnest(...)}
 * would first store the rows aside.) A statement cannot touch a row twice, so the caller must make one row of all rows
 * with the same key (their first columns).
 */
enum Table {
    MESSAGE(
            0,
            """
            INSERT INTO message (arrived, at, site, device, retained, kind, message_id, body)
            SELECT unnest($1::timestamptz[]), unnest($2::timestamptz[]), unnest($3::int4[]), unnest($4::int4[]),
                   unnest($5::bool[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[])""",
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
            """
            INSERT INTO access_event
              (site, at, received, device, door, type, direction, outcome, reason, swipe, credential, member)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::timestamptz[]), unnest($4::int4[]),
                   unnest($5::int4[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
                   unnest($9::text[]), unnest($10::text[]), unnest($11::text[]), unnest($12::text[])""",
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

    DEAD_LETTER(0, """
            INSERT INTO dead_letter (site, at, device, topic, reason, payload)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[]),
                   unnest($5::text[]), unnest($6::text[])""", Integer.class, OffsetDateTime.class, String.class, String.class, String.class, String.class),

    AUDIT(0, """
            INSERT INTO audit (site, at, actor, action, subject, detail)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[]),
                   unnest($5::text[]), unnest($6::text[])""", Integer.class, OffsetDateTime.class, String.class, String.class, String.class, String.class),

    ZONE_POINT(
            2, ZoneStatements.POINT, Integer.class, OffsetDateTime.class, Integer.class, Integer.class, Integer.class),

    ZONE_STEP(
            3,
            ZoneStatements.STEP,
            Integer.class,
            Integer.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            Long.class,
            Integer.class,
            Long.class,
            Long.class,
            Long.class,
            Integer.class,
            Long.class,
            Long.class,
            Boolean.class,
            Integer.class,
            Boolean.class,
            OffsetDateTime.class),

    ZONE_PASSAGE(2, ZoneStatements.PASSAGE, Integer.class, OffsetDateTime.class, Integer.class, Integer.class),

    ZONE_SHIFT(0, ZoneStatements.SHIFT, Integer.class, OffsetDateTime.class, OffsetDateTime.class, Integer.class),

    ZONE_FOLD(1, ZoneStatements.FOLD, Integer.class),

    SOURCE_STATE(1, ZoneStatements.SOURCE, ZoneStatements.SOURCE_COLUMNS),

    BALANCE_STATE(1, ZoneStatements.BALANCE, ZoneStatements.BALANCE_COLUMNS),

    READING(
            2,
            MeterStatements.READING,
            Integer.class,
            OffsetDateTime.class,
            Double.class,
            String.class,
            OffsetDateTime.class,
            Double.class,
            Boolean.class),

    QUARTER(2, MeterStatements.QUARTER, Integer.class, OffsetDateTime.class, Double.class, Boolean.class),

    RATE_STATE(1, MeterStatements.RATE, Integer.class, Double.class, OffsetDateTime.class),

    WHEREABOUTS(
            2,
            """
            INSERT INTO whereabouts
              (site, person, zone, since, forgiven, grant_door, grant_target, grant_until, grant_membership)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::int4[]), unnest($4::timestamptz[]),
                   unnest($5::bool[]), unnest($6::int4[]), unnest($7::int4[]), unnest($8::timestamptz[]),
                   unnest($9::text[])
            ON CONFLICT (site, person) DO UPDATE SET
              zone = excluded.zone, since = excluded.since, forgiven = excluded.forgiven,
              grant_door = excluded.grant_door, grant_target = excluded.grant_target,
              grant_until = excluded.grant_until, grant_membership = excluded.grant_membership""",
            Integer.class,
            String.class,
            Integer.class,
            OffsetDateTime.class,
            Boolean.class,
            Integer.class,
            Integer.class,
            OffsetDateTime.class,
            String.class),

    DAY_USED(3, """
            INSERT INTO day_used (site, membership, day) SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::date[])
            ON CONFLICT DO NOTHING""", Integer.class, String.class, LocalDate.class),

    ALARM(4, """
            INSERT INTO alarm (site, kind, subject, since, until, acknowledged_by)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::text[]), unnest($4::timestamptz[]),
                   unnest($5::timestamptz[]), unnest($6::text[])
            ON CONFLICT (site, kind, subject, since) DO UPDATE SET
              until = excluded.until, acknowledged_by = excluded.acknowledged_by""", Integer.class, String.class, String.class, OffsetDateTime.class, OffsetDateTime.class, String.class),

    ATTEMPTS(2, """
            INSERT INTO attempts (site, subject, wrong, last)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::int4[]), unnest($4::timestamptz[])
            ON CONFLICT (site, subject) DO UPDATE SET wrong = excluded.wrong, last = excluded.last""", Integer.class, String.class, Integer.class, OffsetDateTime.class),

    DOOR_ACTIVITY(1, """
            INSERT INTO door_activity (door, granted_until, first_in)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::timestamptz[])
            ON CONFLICT (door) DO UPDATE SET
              granted_until = excluded.granted_until, first_in = excluded.first_in""", Integer.class, OffsetDateTime.class, OffsetDateTime.class),

    DOOR_CONTACT(
            2,
            """
            INSERT INTO door_contact (door, device, open, as_of, heard, asleep)
            SELECT unnest($1::int4[]), unnest($2::int4[]), unnest($3::bool[]), unnest($4::timestamptz[]),
                   unnest($5::timestamptz[]), unnest($6::bool[])
            ON CONFLICT (door, device) DO UPDATE SET
              open = excluded.open, as_of = excluded.as_of, heard = excluded.heard, asleep = excluded.asleep""",
            Integer.class,
            Integer.class,
            Boolean.class,
            OffsetDateTime.class,
            OffsetDateTime.class,
            Boolean.class),

    RELEASE(1, """
            INSERT INTO release (site, since, actor, reason)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[])
            ON CONFLICT (site) DO UPDATE SET
              since = excluded.since, actor = excluded.actor, reason = excluded.reason""", Integer.class, OffsetDateTime.class, String.class, String.class);

    /** A meter that was silent for a year has 35,000 quarters at once. More rows than this would make a door wait. */
    private static final int PART = 4_096;

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

    /** The statements for some rows: one, or one for each {@link #PART} of very many rows. */
    List<Statement> insert(Collection<Object[]> rows) {
        if (rows.size() <= PART) {
            return List.of(new Statement(sql, arrays(rows)));
        }
        List<Object[]> all = List.copyOf(rows);
        List<Statement> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PART) {
            List<Object[]> part = all.subList(from, Math.min(from + PART, all.size()));
            parts.add(new Statement(sql, () -> arrays(part), true));
        }
        return parts;
    }

    private Tuple arrays(Collection<Object[]> rows) {
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
