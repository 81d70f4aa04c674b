package io.foyer.simulators.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.Main;
import io.foyer.simulators.Places;
import io.foyer.simulators.api.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated day, sent as history, is what the hub says of it. */
class AccuracyTest {
    /** Half of their desks tell of them, beside a line, so half of the people are guessed. */
    private static final Set<String> DESKS = Set.of("open-a", "open-b", "open-c");

    /** What is guessed of their desks is not in the rest of the floor. */
    private static final Set<String> FLOORS = Set.of("f1", "f2", "f3");

    @TempDir
    Path folder;

    @Test
    void the_hub_knows_a_day_of_faultless_devices_as_it_was() {
        Path truth = folder.resolve("truth.jsonl");
        // Two days ago in UTC is over in the house's time zone, too.
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        try (HubProcess hub = HubProcess.start(Places.config(), folder.resolve("data"))) {
            List<String> words = List.of(
                    "simulate",
                    "--config",
                    Places.config().toString(),
                    "--from",
                    day.toString(),
                    "--for",
                    "1d",
                    "--as-recorded",
                    "--faults",
                    "none",
                    "--truth",
                    truth.toString());
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = Main.run(words, hub.environment(), System.out, new PrintStream(err));
            assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();

            Api api = new Api("127.0.0.1:" + hub.httpPort());
            assertThat(api.login("admin", HubProcess.ADMIN_PASSWORD)).isTrue();
            ErrorTable table = new ErrorTable(truth, api, "harbour");
            assertThat(table.occupancy()).hasSize(32).allSatisfy(row -> {
                assertThat(row.mean()).as(row.toString()).isLessThan(limit(row));
                assertThat(row.missing()).as(row.toString()).isLessThan(0.05);
            });
            assertThat(table.energy()).hasSize(30).allSatisfy(row -> {
                assertThat(row.worst()).as(row.toString()).isLessThan(0.002 + 1e-6 * row.truth());
                assertThat(row.missing()).as(row.toString()).isLessThan(0.02);
            });
        }
    }

    private static double limit(ErrorTable.Row row) {
        if (DESKS.contains(row.subject())) {
            return 0.5 + 0.05 * row.truth();
        }
        return FLOORS.contains(row.subject()) ? 0.7 : 0.5;
    }
}
