package io.foyer.hub.store;

import io.foyer.hub.site.Journal;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps growing tables within their bounds, and makes the journal's partitions before their days begin. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int DAYS_AHEAD = 7;

    /** Quarter-hours and hours of counts are kept as long as the longest history that somebody may ask for. */
    private static final Duration STEPS_KEPT = Duration.ofDays(3_700);

    private Housekeeping() {}

    /**
     * Makes the journal's partitions up to a week ahead, and drops those beyond the retention. Deletes old counts, dead
     * letters, sessions, bookings, visits and alarms, and the whereabouts of forgotten people.
     */
    static Future<Void> run(SqlClient client, Instant now, int retentionDays) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Future<?> done = Future.succeededFuture();
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            LocalDate ahead = today.plusDays(day);
            done = done.compose(any -> makeDay(client, ahead));
        }
        return done.compose(any -> client.preparedQuery("SELECT message_expire($1) AS dropped")
                        .execute(Tuple.of(today.minusDays(retentionDays))))
                .onSuccess(rows -> {
                    int dropped = rows.iterator().next().getInteger("dropped");
                    if (dropped > 0) {
                        LOG.info("Dropped {} days of the journal that are older than {} days", dropped, retentionDays);
                    }
                })
                .compose(any -> client.preparedQuery("SELECT count_expire($1, $2)")
                        .execute(Tuple.of(
                                RowTimes.toRow(now.minus(Duration.ofDays(retentionDays))),
                                RowTimes.toRow(now.minus(STEPS_KEPT)))))
                .compose(any -> client.preparedQuery(DeadLetters.TRIM_ALL).execute(Tuple.of(DeadLetters.KEPT)))
                .compose(any -> client.preparedQuery("DELETE FROM session WHERE until <= $1")
                        .execute(Tuple.of(RowTimes.toRow(now))))
                .compose(any -> client.preparedQuery("DELETE FROM booking WHERE ends < $1")
                        .execute(Tuple.of(RowTimes.toRow(now.minus(Journal.RESERVATIONS_KEPT)))))
                .compose(any -> client.preparedQuery("DELETE FROM visit WHERE until < $1")
                        .execute(Tuple.of(RowTimes.toRow(now.minus(Journal.RESERVATIONS_KEPT)))))
                .compose(any -> client.preparedQuery(AlarmQueries.TRIM)
                        .execute(Tuple.of(RowTimes.toRow(now.minus(Journal.RESERVATIONS_KEPT)))))
                .compose(any -> client.query(AccessRows.TRIM_WHEREABOUTS).execute())
                .compose(any -> client.query(AccessRows.TRIM_ATTEMPTS).execute())
                .mapEmpty();
    }

    /** Makes the partition of a day (UTC), unless the partition is there already. */
    static Future<Void> makeDay(SqlClient client, LocalDate day) {
        return client.preparedQuery("SELECT message_day($1)")
                .execute(Tuple.of(day))
                .mapEmpty();
    }
}
