package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.baseline.AnomalySearch;
import io.foyer.hub.domain.baseline.HourTable;
import io.foyer.hub.domain.baseline.MeterFacts;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.forecast.SiteCalendar;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.EventLoop;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A year of 30 meters by month and by hour of the week beside plain SQL over their readings, the anomalies of their last
 * month, and a month of one meter that comes late.
 */
class EnergyBench {
    private static final int METERS = 30;
    private static final int RUNS = 15;
    private static final int LATE = Integer.getInteger("late.readings", 43_200);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FROM = LocalDate.parse("2025-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-01-01");
    private static final SiteCalendar NO_HOLIDAYS = new SiteCalendar(Set.of(), Set.of());
    private static final Set<String> ALL =
            IntStream.range(0, METERS).mapToObj(meter -> "m" + meter).collect(Collectors.toSet());

    private static final String RAW = " FROM reading r JOIN meter m ON m.key = r.meter WHERE"
            + " r.booked_from >= '2025-01-01 00:00+08' AND r.booked_from < '2026-01-01 00:00+08' GROUP BY 1, 2";
    private static final String RAW_MONTHS = "SELECT date_trunc('month', r.booked_from AT TIME ZONE 'Asia/Shanghai'), 0,"
            + " sum(r.quantity)" + RAW;
    private static final String RAW_WEEK = "SELECT extract(isodow FROM r.booked_from AT TIME ZONE 'Asia/Shanghai'),"
            + " extract(hour FROM r.booked_from AT TIME ZONE 'Asia/Shanghai'), sum(r.quantity)" + RAW;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void run() throws Exception {
        Path folder = Files.createTempDirectory("foyer-bench");
        Vertx vertx = Vertx.vertx();
        Database database = await(Database.open(vertx, TestStore.embedded(folder), HubClock.ofMachine()));
        try {
            EventLoop loop = await(EventLoop.start(vertx));
            Journal journal = await(loop.call(database::journal));
            await(TestStore.register(journal, TestStore.setup(house()), TestStore.NOON, "bench", List.of()));
            ServerAddress server = EmbeddedServer.running(folder).orElseThrow();
            fill(server);
            List<String> lines = new ArrayList<>();
            try (Connection connection = server.connect()) {
                Archive archive = database.archive();
                lines.add(compared("by month", connection, RAW_MONTHS, 12, () -> await(
                                archive.useByMonth("house", ALL, FROM, TO))
                        .size()));
                lines.add(compared("by hour of the week", connection, RAW_WEEK, 168, () -> await(
                                archive.useByWeekday("house", ALL, FROM, TO))
                        .size() * 24));
                lines.add(anomalies(archive));
                plan(connection, MeterUseQueries.MONTHS);
                plan(connection, MeterUseQueries.WEEKDAYS);
                plan(connection, RAW_WEEK);
            }
            for (boolean newestFirst : List.of(true, false)) {
                for (int window : List.of(20, 1_000)) {
                    lines.add(new LateMonth(LATE, newestFirst, window).run(loop, journal, server));
                }
            }
            lines.forEach(System.out::println);
            Files.writeString(Path.of("target/bench-energy.json"), "[" + String.join(",\n", lines) + "]\n");
        } finally {
            await(database.close());
            await(vertx.close());
            Files.delete(folder.resolve("programs"));
            PostgresBinaries.deleteTree(folder);
        }
    }

    /** A reading every quarter-hour. */
    private static void fill(ServerAddress server) throws Exception {
        TestStore.execute(server, """
                INSERT INTO reading (meter, at, register, booked_from, quantity, estimated, verdict)
                SELECT m.key, t, 0, t - interval '15 min', (extract(epoch FROM t) / 900 + m.key)::int8 % 4000000, false, 'sound'
                FROM meter m, generate_series('2024-12-31 16:15Z'::timestamptz, '2025-12-31 16:00Z', '15 min') t""");
        TestStore.execute(server, """
                INSERT INTO quarter SELECT meter, booked_from, quantity, estimated FROM reading""");
        TestStore.execute(
                server,
                MeterStatements.DAYS_ANEW
                        .replace("$1", "(SELECT key FROM site)")
                        .replace("$2", "'Asia/Shanghai'"));
        TestStore.execute(server, "VACUUM ANALYZE");
    }

    private static SiteDefinition house() {
        List<Meter> meters = new ArrayList<>();
        ALL.forEach(id -> meters.add(meter(id)));
        return TestStore.definition("house", SHANGHAI, meters);
    }

    private static Meter meter(String id) {
        return new Meter(id, Meter.Medium.ELECTRICITY, null, "house", null, null, null, null);
    }

    private static String compared(
            String name, Connection connection, String raw, int rows, Callable<Integer> question) throws Exception {
        List<Double> hub = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            plain.add(millis(rows, () -> rows(connection, raw)));
            hub.add(millis(rows, question));
        }
        return String.format(
                Locale.ROOT,
                "{\"query\":\"%s\",\"hubMs\":{\"p50\":%.1f,\"p90\":%.1f},\"plainSqlMs\":{\"p50\":%.1f,\"p90\":%.1f}}",
                name,
                at(hub, 0.5),
                at(hub, 0.9),
                at(plain, 0.5),
                at(plain, 0.9));
    }

    /** The last month of all meters, one after the other as the hub asks. */
    private static String anomalies(Archive archive) {
        LocalDate month = TO.minusDays(30);
        List<Double> asked = new ArrayList<>();
        List<Double> searched = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long asking = 0;
            long start = System.nanoTime();
            for (String meter : ALL) {
                long before = System.nanoTime();
                MeterPast past = await(archive.meterPast("house", meter, AnomalySearch.readsFrom(month), TO));
                List<StaticChange> changes = await(archive.staticChanges("house", meter));
                asking += System.nanoTime() - before;
                AnomalySearch.of(MeterFacts.of(past, HourTable.empty(), NO_HOLIDAYS, SHANGHAI, changes), month, TO);
            }
            asked.add(Duration.ofNanos(asking).toNanos() / 1e6);
            searched.add(Duration.ofNanos(System.nanoTime() - start - asking).toNanos() / 1e6);
        }
        return String.format(
                Locale.ROOT,
                "{\"anomaliesOfMeters\":%d,\"databaseMs\":%.0f,\"searchMs\":%.0f}",
                METERS,
                at(asked, 0.5),
                at(searched, 0.5));
    }

    private static void plan(Connection connection, String sql) throws Exception {
        String meters = ALL.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "ARRAY[", "]"));
        String asked = sql.replace("$1", "'house'")
                .replace("$2", meters)
                .replace("$3", "'" + FROM + "'")
                .replace("$4", "'" + TO + "'");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF) " + asked)) {
            while (rows.next()) {
                System.out.println(rows.getString(1).replaceAll("(.{160}).*", "$1"));
            }
        }
    }

    private static int rows(Connection connection, String sql) throws Exception {
        int number = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                number++;
            }
        }
        return number;
    }

    private static double millis(int rows, Callable<Integer> question) throws Exception {
        long start = System.nanoTime();
        int number = question.call();
        double millis = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
        if (number != rows) {
            throw new AssertionError(number + " rows");
        }
        return millis;
    }

    /** The first third warms up. */
    private static double at(List<Double> millis, double quantile) {
        List<Double> sorted = millis.subList(RUNS / 3, RUNS).stream().sorted().toList();
        return sorted.get((int) (quantile * (sorted.size() - 1)));
    }
}
