package io.foyer.hub.store;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.vertx.core.Future;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a meter's readings with their judgements. A reading counts as sound unless it is held or an error. */
final class Readings {
    /** The range begins and ends $4 and a quarter-hour beyond the believed neighbours of [$2, $3]. */
    private static final String AROUND = """
            WITH believed AS (
              SELECT at FROM reading WHERE meter = $1 AND verdict NOT IN ('held', 'error')),
            before AS (SELECT max(at) AS at FROM believed WHERE at <= $2),
            before_margin AS (SELECT max(b.at) AS at FROM believed b, before WHERE b.at <= before.at - $4::interval),
            first AS (SELECT max(b.at) AS at FROM believed b, before_margin m WHERE b.at <= m.at - interval '15 min'),
            after AS (SELECT min(at) AS at FROM believed WHERE at > $3),
            after_margin AS (SELECT min(b.at) AS at FROM believed b, after WHERE b.at >= after.at + $4::interval),
            last AS (SELECT min(b.at) AS at FROM believed b, after_margin m WHERE b.at >= m.at + interval '15 min')
            SELECT at, register, verdict, booked_from, quantity, estimated,
              (SELECT at FROM first) IS NULL AS from_first, (SELECT at FROM last) IS NULL AS to_newest
            FROM reading
            WHERE meter = $1
              AND at >= coalesce((SELECT at FROM first), '-infinity')
              AND at <= coalesce((SELECT at FROM last), 'infinity')
            ORDER BY at""";

    /** Not so many that they and the readings of the journal between them fill the memory. */
    private static final String LATE = """
            SELECT at, register, power FROM late_reading WHERE meter = $1 AND at <= coalesce(
              (SELECT at FROM reading
               WHERE meter = $1 AND at >= (SELECT min(at) FROM late_reading WHERE meter = $1)
               ORDER BY at OFFSET $3 LIMIT 1), 'infinity')
            ORDER BY at LIMIT $2""";

    private static final int MOST_BETWEEN = 100_000;

    private Readings() {}

    /** As {@link io.foyer.hub.site.Journal#readingsAround} promises. */
    static Future<ReadingRange> around(SqlClient client, int meter, Instant from, Instant to, Duration margin) {
        return client.preparedQuery(AROUND)
                .execute(Tuple.of(meter, RowTimes.toRow(from), RowTimes.toRow(to), Interval.of(margin)))
                .map(Readings::stretch);
    }

    /** As {@link io.foyer.hub.site.Journal#lateReadings} promises. */
    static Future<List<Reading>> late(SqlClient client, int meter, int most) {
        return RowQuery.list(
                client,
                LATE,
                Tuple.of(meter, most, MOST_BETWEEN),
                row -> new Reading(RowTimes.of(row, "at"), row.getLong("register"), row.getBoolean("power")));
    }

    private static ReadingRange stretch(RowSet<Row> rows) {
        List<JudgedReading> judged = new ArrayList<>(rows.size());
        boolean fromFirst = true;
        boolean toNewest = true;
        for (Row row : rows) {
            judged.add(judged(row));
            fromFirst = row.getBoolean("from_first");
            toNewest = row.getBoolean("to_newest");
        }
        return new ReadingRange(judged, fromFirst, toNewest);
    }

    static JudgedReading judged(Row row) {
        Instant at = RowTimes.of(row, "at");
        @Nullable Instant from = RowTimes.orNull(row, "booked_from");
        return JudgedReading.kept(
                at,
                row.getLong("register"),
                Code.read(ReadingVerdict.class, row.getString("verdict")),
                from,
                from == null ? 0 : row.getLong("quantity"),
                from != null && row.getBoolean("estimated"));
    }
}
