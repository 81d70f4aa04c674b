package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.RegisterPoint;
import io.foyer.hub.domain.statement.Tenancy;
import io.foyer.hub.site.StatementArchive;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers about statements from PostgreSQL. */
record PgStatementArchive(DatabaseLane lists, DatabaseLane histories) implements StatementArchive {
    private static final String TENANCIES = """
            SELECT m.company, m.zone, m.first_day, m.last_day FROM membership m JOIN site s ON s.key = m.site
            WHERE s.id = $1 AND m.company <> '' AND m.zone IS NOT NULL AND m.first_day <= $3
              AND coalesce(m.last_day, 'infinity') >= $2 AND (m.status <> $4 OR m.last_day IS NOT NULL)
            ORDER BY m.id""";

    /** The believed readings on both sides of each instant, found in the index of the table. */
    private static final String REGISTERS = """
            SELECT m.id AS meter, edge.at AS edge, r.*
            FROM meter m JOIN site s ON s.key = m.site CROSS JOIN unnest($3::timestamptz[]) edge(at) CROSS JOIN LATERAL (
              (SELECT at, register, verdict, booked_from, quantity, estimated FROM reading
               WHERE meter = m.key AND at <= edge.at AND verdict NOT IN ('held', 'error', 'power')
               ORDER BY at DESC LIMIT 1)
              UNION ALL
              (SELECT at, register, verdict, booked_from, quantity, estimated FROM reading
               WHERE meter = m.key AND at > edge.at AND verdict NOT IN ('held', 'error', 'power')
               ORDER BY at LIMIT 1)) r
            WHERE s.id = $1 AND m.id = ANY ($2)""";

    private static final String NEWEST = """
            SELECT DISTINCT ON (t.payer) t.* FROM statement t JOIN site s ON s.key = t.site
            WHERE s.id = $1 AND t.month = $2 ORDER BY t.payer, t.version DESC""";

    private static final String VERSION = """
            SELECT t.* FROM statement t JOIN site s ON s.key = t.site
            WHERE s.id = $1 AND t.payer = $2 AND t.month = $3 AND t.version = $4""";

    /** One of the readings on both sides of an instant. */
    private record EdgeReading(String meter, Instant edge, JudgedReading judged) {
        static EdgeReading of(Row row) {
            return new EdgeReading(row.getString("meter"), RowTimes.of(row, "edge"), Readings.judged(row));
        }

        boolean isBefore() {
            return !judged.reading().at().isAfter(edge);
        }
    }

    @Override
    public Future<List<Tenancy>> tenancies(String site, LocalDate from, LocalDate to) {
        Tuple values = Tuple.of(site, from, to, Code.of(MembershipStatus.ENDED));
        return lists.ask(asker -> RowQuery.list(
                asker,
                TENANCIES,
                values,
                row -> new Tenancy(
                        row.getString("company"),
                        row.getString("zone"),
                        row.getLocalDate("first_day"),
                        row.getLocalDate("last_day"))));
    }

    @Override
    public Future<Map<String, Map<Instant, RegisterPoint>>> registers(
            String site, Set<String> meters, Set<Instant> at) {
        Tuple values = Tuple.of(
                site,
                meters.toArray(String[]::new),
                at.stream().map(RowTimes::toRow).toArray(OffsetDateTime[]::new));
        return histories
                .ask(asker -> RowQuery.list(asker, REGISTERS, values, EdgeReading::of))
                .map(PgStatementArchive::points);
    }

    private static Map<String, Map<Instant, RegisterPoint>> points(List<EdgeReading> found) {
        Map<String, Map<Instant, RegisterPoint>> points = new HashMap<>();
        found.stream().collect(groupingBy(EdgeReading::meter)).forEach((meter, readings) -> {
            Map<Instant, RegisterPoint> own = points.computeIfAbsent(meter, any -> new HashMap<>());
            readings.stream().collect(groupingBy(EdgeReading::edge)).forEach((edge, sides) -> {
                RegisterPoint point = RegisterPoint.at(edge, side(sides, true), side(sides, false));
                if (point != null) {
                    own.put(edge, point);
                }
            });
        });
        return points;
    }

    private static @Nullable JudgedReading side(List<EdgeReading> sides, boolean isBefore) {
        return sides.stream()
                .filter(one -> one.isBefore() == isBefore)
                .map(EdgeReading::judged)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Future<Map<String, IssuedStatement>> newest(String site, YearMonth month) {
        return lists.ask(asker -> RowQuery.collect(
                asker,
                NEWEST,
                Tuple.of(site, month.atDay(1)),
                toMap(row -> row.getString("payer"), PgStatementArchive::issued)));
    }

    @Override
    public Future<Optional<IssuedStatement>> version(String site, String payer, YearMonth month, int version) {
        return lists.ask(asker -> RowQuery.list(
                        asker, VERSION, Tuple.of(site, payer, month.atDay(1), version), PgStatementArchive::issued))
                .map(found -> found.stream().findFirst());
    }

    private static IssuedStatement issued(Row row) {
        return new IssuedStatement(
                row.getString("payer"),
                YearMonth.from(row.getLocalDate("month")),
                row.getInteger("version"),
                RowTimes.of(row, "issued"),
                row.getString("hash"),
                row.getString("body"));
    }
}
