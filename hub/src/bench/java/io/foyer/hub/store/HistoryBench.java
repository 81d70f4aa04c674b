package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyHistory;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.HubClock;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A year of one zone by hour, in a house of 200 zones that has kept a year, beside a bare SELECT of the same rows. */
class HistoryBench {
    private static final int ZONES = 200;
    private static final int RUNS = 60;
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void run() throws Exception {
        Path folder = Files.createTempDirectory("foyer-bench");
        Vertx vertx = Vertx.vertx();
        Database database = await(Database.open(vertx, TestStore.embedded(folder), HubClock.ofMachine()));
        try {
            await(TestStore.register(
                    await(database.journal()), TestStore.setup(house()), TestStore.NOON, "bench", List.of()));
            ServerAddress server = EmbeddedServer.running(folder).orElseThrow();
            TestStore.execute(server, """
                    INSERT INTO zone_step (zone, seconds, start, newest, count, people, known, used, most, entries, exits)
                    SELECT z.key, 3600, t, t + interval '50 minutes', (extract(epoch FROM t) / 3600 + z.key)::int8 % 40,
                           36000000000, 3600000000, 3600000000, 40, 12, 11
                    FROM zone z, generate_series('2025-01-01 00:00Z'::timestamptz, '2025-12-31 23:00Z', '1 hour') t""");
            TestStore.execute(server, "VACUUM ANALYZE zone_step");
            List<Double> history = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            try (Connection connection = server.connect()) {
                for (int run = 0; run < RUNS; run++) {
                    String zone = "z" + run;
                    bare.add(millis(() -> rows(connection, zone)));
                    history.add(millis(() -> await(database.archive()
                                    .steps(
                                            "house",
                                            zone,
                                            StepSize.HOUR,
                                            FROM,
                                            TO,
                                            OccupancyHistory.of(OccupancyInterval.HOUR, UTC, FROM, TO, TO)))
                            .size()));
                }
            }
            String line = String.format(
                    Locale.ROOT,
                    "{\"rows\":8760,\"historyMs\":{\"p50\":%.1f,\"p90\":%.1f},\"bareMs\":{\"p50\":%.1f,\"p90\":%.1f},\"ratio\":%.2f}",
                    at(history, 0.5),
                    at(history, 0.9),
                    at(bare, 0.5),
                    at(bare, 0.9),
                    at(history, 0.5) / at(bare, 0.5));
            System.out.println(line);
            Files.writeString(Path.of("target/bench-history.json"), line);
        } finally {
            await(database.close());
            await(vertx.close());
            Files.delete(folder.resolve("programs"));
            PostgresBinaries.deleteTree(folder);
        }
    }

    private static SiteDefinition house() {
        List<Zone> zones = new ArrayList<>();
        for (int zone = 0; zone < ZONES; zone++) {
            zones.add(new Zone("z" + zone, null, "room", BilingualText.of("z" + zone), null, null, null, null));
        }
        return new SiteDefinition(
                "house",
                BilingualText.of("House"),
                UTC,
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static int rows(Connection connection, String zone) throws Exception {
        int number = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM zone_step WHERE zone = (SELECT key FROM zone"
                        + " WHERE id = '" + zone + "') AND seconds = 3600 ORDER BY start")) {
            while (rows.next()) {
                rows.getObject("start");
                number++;
            }
        }
        return number;
    }

    /** How long it took to get the year's 8,760 hours. */
    private static double millis(Callable<Integer> question) throws Exception {
        long start = System.nanoTime();
        int number = question.call();
        double millis = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
        if (number != 8_760) {
            throw new AssertionError(number + " hours");
        }
        return millis;
    }

    /** The first third warms up. */
    private static double at(List<Double> millis, double quantile) {
        List<Double> sorted = millis.subList(RUNS / 3, RUNS).stream().sorted().toList();
        return sorted.get((int) (quantile * (sorted.size() - 1)));
    }
}
