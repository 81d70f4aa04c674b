package io.foyer.hub.store;

import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Judged.Booking;
import io.foyer.hub.domain.energy.Judged.Verdict;
import io.foyer.hub.domain.energy.Reading;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a meter's readings with their judgements. A reading counts as sound unless it is held or an error. */
final class Readings {
    /** From the neighbours of $2 whole quarters outward, and there to the next sound reading. */
    private static final String AROUND = """
            WITH before AS (
              SELECT date_bin('15 min', at, 'epoch') AS edge FROM reading
              WHERE meter = $1 AND at < $2 AND verdict NOT IN ('held', 'error') ORDER BY at DESC LIMIT 1),
            after AS (
              SELECT date_bin('15 min', at, 'epoch') + interval '15 min' AS edge FROM reading
              WHERE meter = $1 AND at > $2 AND verdict NOT IN ('held', 'error') ORDER BY at LIMIT 1),
            first AS (
              SELECT at FROM reading
              WHERE meter = $1 AND at <= (SELECT edge FROM before) AND verdict NOT IN ('held', 'error')
              ORDER BY at DESC LIMIT 1),
            last AS (
              SELECT at FROM reading
              WHERE meter = $1 AND at >= (SELECT edge FROM after) AND verdict NOT IN ('held', 'error')
              ORDER BY at LIMIT 1)
            SELECT at, register, verdict, booked_from, quantity, estimated FROM reading
            WHERE meter = $1
              AND at >= coalesce((SELECT at FROM first), '-infinity')
              AND at <= coalesce((SELECT at FROM last), 'infinity')
            ORDER BY at""";

    private Readings() {}

    /** As {@link io.foyer.hub.site.Journal#readingsAround} promises. */
    static Future<List<Judged>> around(SqlClient client, int meter, Instant at) {
        return client.preparedQuery(AROUND)
                .collecting(Collectors.mapping(Readings::judged, Collectors.toList()))
                .execute(Tuple.of(meter, Times.toRow(at)))
                .map(result -> result.value());
    }

    static Judged judged(Row row) {
        Instant at = Times.of(row, "at");
        @Nullable Instant from = Times.orNull(row, "booked_from");
        return new Judged(
                new Reading(at, row.getDouble("register")),
                Codes.read(Verdict.class, row.getString("verdict")),
                from == null ? null : new Booking(from, at, row.getDouble("quantity"), row.getBoolean("estimated")));
    }
}
