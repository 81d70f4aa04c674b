package io.foyer.hub.store;

import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.StatementChanges;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.sqlclient.Tuple;

/** Writes issued statements. */
final class StatementRows implements StatementChanges {
    private static final String KEEP = """
            INSERT INTO statement (site, payer, month, version, issued, hash, body) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (site, month, payer, version) DO NOTHING""";

    private final SiteKeys keys;
    private final BatchRows rows;

    StatementRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void issued(IssuedStatement statement) {
        rows.statement(new Statement(
                KEEP,
                Tuple.of(
                                keys.site(),
                                statement.payer(),
                                statement.month().atDay(1),
                                statement.version(),
                                RowTimes.toRow(statement.issued()),
                                statement.hash())
                        .addValue(statement.body())));
    }
}
