package io.foyer.hub.store;

import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.Change.DeadLetter;
import io.vertx.sqlclient.Row;

/**
 * Reads dead letters and acts of people, newest first. Each list asks for the site's key in a query of its own: with a
 * join PostgreSQL would read and sort all rows of the site.
 */
final class TrailQueries {
    static final String DEAD_LETTERS = """
            SELECT d.key, d.at, d.device, d.topic, d.reason, d.payload FROM dead_letter d
            WHERE d.site = (SELECT key FROM site WHERE id = $1) AND ($2::int8 IS NULL OR d.key < $2) ORDER BY d.key DESC LIMIT $3""";

    static final String AUDIT = """
            SELECT a.key, a.at, a.actor, a.action, a.subject, a.detail FROM audit a
            WHERE a.site = (SELECT key FROM site WHERE id = $1) AND ($2::int8 IS NULL OR a.key < $2) ORDER BY a.key DESC LIMIT $3""";

    private TrailQueries() {}

    static DeadLetter deadLetter(Row row) {
        return new DeadLetter(
                RowTimes.of(row, "at"),
                row.getString("device"),
                row.getString("topic"),
                row.getString("reason"),
                row.getString("payload"));
    }

    static AuditRecord auditRecord(Row row) {
        return new AuditRecord(
                RowTimes.of(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
