package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.LearnedErrors;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Reads what the counts of a site need after a start. */
final class OccupancyQueries {
    private static final String SOURCES = """
            SELECT d.id AS device, s.present, s.total_in, s.total_out, s.doubted_in, s.doubted_out, s.since, s.at, s.heard,
              s.failed
            FROM source_state s JOIN device d ON d.key = s.device WHERE s.device = ANY ($1)""";
    private static final String BALANCES =
            "SELECT z.id, b.* FROM balance_state b JOIN zone z ON z.key = b.zone WHERE b.zone = ANY ($1)";
    private static final String POINTS = """
            SELECT z.id, p.* FROM zone z CROSS JOIN LATERAL (
              SELECT * FROM zone_point WHERE zone = z.key ORDER BY at DESC LIMIT $2) p
            WHERE z.key = ANY ($1) ORDER BY p.at""";

    private static final String ACCURACIES =
            "SELECT z.id, a.* FROM accuracy_state a JOIN zone z ON z.key = a.zone WHERE a.zone = ANY ($1)";

    private OccupancyQueries() {}

    static Future<List<AccuracyState>> accuracies(SqlClient client, Integer[] zones) {
        return RowQuery.list(client, ACCURACIES, Tuple.of(zones), OccupancyQueries::accuracy);
    }

    private static AccuracyState accuracy(Row row) {
        return new AccuracyState(
                row.getString("id"),
                row.getDouble("hours"),
                row.getDouble("one"),
                row.getDouble("ten_percent"),
                RowTimes.of(row, "at"));
    }

    static Future<List<SensorState>> sources(SqlClient client, Integer[] devices) {
        return RowQuery.list(client, SOURCES, Tuple.of(devices), OccupancyQueries::source);
    }

    /** What lines and badges have counted at the borders of the zones. */
    static Future<List<BalanceState>> balances(SqlClient client, Integer[] zones) {
        return RowQuery.list(client, BALANCES, Tuple.of(zones), OccupancyQueries::balance);
    }

    /** The newest points of each zone, in order of time. */
    static Future<List<CountPoint>> points(SqlClient client, Integer[] zones) {
        return RowQuery.list(client, POINTS, Tuple.of(zones, CountPoint.CHANGEABLE), OccupancyQueries::point);
    }

    private static BalanceState balance(Row row) {
        return new BalanceState(
                row.getString("id"),
                row.getBoolean("badges") ? BalanceSource.BADGES : BalanceSource.LINES,
                row.getDouble("people"),
                row.getDouble("variance"),
                row.getLong("entries"),
                row.getLong("exits"),
                row.getDouble("sure"),
                row.getInteger("seen"),
                new LearnedErrors(
                        row.getDouble("learned_leavers"),
                        row.getDouble("learned_entries"),
                        row.getDouble("learned_exits"),
                        row.getDouble("learned_squares")),
                RowTimes.of(row, "since"),
                RowTimes.of(row, "passed"),
                row.getDouble("line_error"),
                row.getDouble("stay_error"),
                ArrivalText.read(row.getString("arrivals")));
    }

    private static CountPoint point(Row row) {
        return new CountPoint(
                row.getString("id"),
                RowTimes.of(row, "at"),
                row.getInteger("count"),
                row.getInteger("entries"),
                row.getInteger("exits"));
    }

    private static SensorState source(Row row) {
        Long doubtedIn = row.getLong("doubted_in");
        Long doubtedOut = row.getLong("doubted_out");
        return new SensorState(
                row.getString("device"),
                row.getInteger("present"),
                row.getLong("total_in"),
                row.getLong("total_out"),
                doubtedIn == null || doubtedOut == null ? null : new DoubtedTotals(doubtedIn, doubtedOut),
                RowTimes.of(row, "since"),
                RowTimes.of(row, "at"),
                RowTimes.of(row, "heard"),
                row.getBoolean("failed"));
    }
}
