package io.foyer.hub.store;

import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Reads alarms. */
final class AlarmQueries {
    private static final String KNOWN = """
            SELECT * FROM (
              SELECT * FROM alarm WHERE site = $1
              ORDER BY (until IS NULL OR acknowledged_by IS NULL) DESC, key DESC LIMIT $2) known
            ORDER BY key""";

    /** Newest first, below a key. The key may be null. */
    static final String PAGE = """
            SELECT a.*, a.since AS at FROM alarm a
            WHERE a.site = (SELECT key FROM site WHERE id = $1) AND ($2::int8 IS NULL OR a.key < $2) ORDER BY a.key DESC LIMIT $3""";

    /** Deletes alarms that ended before an instant and that a person has acknowledged. */
    static final String TRIM = "DELETE FROM alarm WHERE until < $1 AND acknowledged_by IS NOT NULL";

    private AlarmQueries() {}

    /** The alarms that {@link Alarms} must know, oldest first. */
    static Future<List<Alarm>> known(SqlClient client, int site) {
        return RowQuery.list(client, KNOWN, Tuple.of(site, Alarms.KNOWN), AlarmQueries::alarm);
    }

    static Alarm alarm(Row row) {
        String english = row.getString("evidence_en");
        return new Alarm(
                Code.read(Alarm.AlarmKind.class, row.getString("kind")),
                row.getString("subject"),
                RowTimes.of(row, "since"),
                RowTimes.orNull(row, "until"),
                row.getString("acknowledged_by"),
                english == null ? null : new BilingualText(row.getString("evidence_zh"), english));
    }
}
