package io.foyer.hub.store;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
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
import java.util.concurrent.TimeUnit;
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

    /** The site waits for the answer before it goes on. A silent network must not stop the site for ever. */
    private static final long PATIENCE_SECONDS = 60;

    private Readings() {}

    /** As {@link io.foyer.hub.site.Journal#readingsAround} promises. */
    static Future<ReadingRange> around(SqlClient client, int meter, Instant from, Instant to, Duration margin) {
        return client.preparedQuery(AROUND)
                .execute(Tuple.of(meter, RowTimes.toRow(from), RowTimes.toRow(to), Interval.of(margin)))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map(Readings::stretch);
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
