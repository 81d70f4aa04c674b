package io.foyer.hub.store;

import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes and reads repairs. The days of a repaired stretch are added up anew from their quarter-hours. */
final class RepairRows {
    private final SiteKeys keys;
    private final BatchRows rows;

    RepairRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    void put(Repair repair) {
        int meter = keys.meter(repair.meter());
        statement(
                RepairStatements.PUT,
                Tuple.of(
                                meter,
                                repair.id(),
                                RowTimes.toRow(repair.from()),
                                RowTimes.toRow(repair.to()),
                                repair.quantity(),
                                repair.reason())
                        .addValue(repair.actor())
                        .addValue(RowTimes.toRow(repair.made())));
        Table.REPAIRED_QUARTER
                .insert(repair.quarters(), quarter ->
                        new Object[] {meter, RowTimes.toRow(quarter.start()), quarter.quantity()})
                .forEach(rows::statement);
        daysAnew(meter, repair);
    }

    void remove(Repair repair) {
        int meter = keys.meter(repair.meter());
        Tuple stretch = Tuple.of(meter, RowTimes.toRow(repair.from()), RowTimes.toRow(repair.to()));
        statement(RepairStatements.FORGET, stretch);
        statement(RepairStatements.UNCOVER, stretch);
        daysAnew(meter, repair);
        statement(RepairStatements.REMOVE, Tuple.of(meter, repair.id()));
    }

    private void daysAnew(int meter, Repair repair) {
        ZoneId zone = keys.timeZone();
        LocalDate first = LocalDate.ofInstant(repair.from(), zone);
        LocalDate last = LocalDate.ofInstant(repair.to().minusNanos(1), zone);
        statement(RepairStatements.FORGET_DAYS, Tuple.of(meter, first, last));
        statement(
                RepairStatements.DAYS,
                Tuple.of(
                        meter,
                        RowTimes.toRow(first.atStartOfDay(zone).toInstant()),
                        RowTimes.toRow(last.plusDays(1).atStartOfDay(zone).toInstant()),
                        zone.getId()));
    }

    private void statement(String sql, Tuple values) {
        rows.statement(new Statement(sql, values));
    }

    /** By meter, in the order in which people made them. */
    static Future<Map<String, Repairs>> of(SqlClient client, Integer[] meters) {
        return RowQuery.collect(
                client,
                RepairStatements.OF_METERS,
                Tuple.of(meters),
                Collectors.groupingBy(
                        row -> row.getString("meter"),
                        HashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(RepairRows::repair, Collectors.toList()), Repairs::new)));
    }

    private static Repair repair(Row row) {
        return new Repair(
                row.getString("meter"),
                row.getString("id"),
                RowTimes.of(row, "begins"),
                RowTimes.of(row, "until"),
                row.getLong("quantity"),
                row.getString("reason"),
                row.getString("actor"),
                RowTimes.of(row, "made"));
    }
}
