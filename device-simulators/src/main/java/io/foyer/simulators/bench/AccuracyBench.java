package io.foyer.simulators.bench;

import io.foyer.simulators.accuracy.ErrorTable;
import io.foyer.simulators.api.Api;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.simulate.Simulate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Three days of the demo space with small faults, sent as history to a hub of its own, and its errors. */
final class AccuracyBench {
    private static final Path CONFIG = Path.of("config");
    private static final int DAYS = 3;

    private final Supplier<List<String>> hubJava;
    private final String adminPassword;
    private final PrintStream out;

    AccuracyBench(Supplier<List<String>> hubJava, String adminPassword, PrintStream out) {
        this.hubJava = hubJava;
        this.adminPassword = adminPassword;
        this.out = out;
    }

    void print() throws IOException, InterruptedException {
        try (Workbench bench = new Workbench()) {
            ServerProcess hub = bench.keep(() ->
                    ServerProcess.hub(hubJava.get(), CONFIG, bench.folder().resolve("data"), adminPassword));
            hub.awaitReady();
            Path truth = bench.folder().resolve("truth.jsonl");
            // In every time zone the last of them is over.
            LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS + 1);
            Simulate simulate =
                    new Simulate(Map.of("FOYER_MQTT_PORT", String.valueOf(hub.port("mqtt"))), out, Patience.USUAL);
            new CommandLine(simulate)
                    .parseArgs(
                            "--config",
                            CONFIG.toString(),
                            "--from",
                            first.toString(),
                            "--for",
                            DAYS + "d",
                            "--as-recorded",
                            "--seed",
                            "1",
                            "--truth",
                            truth.toString());
            simulate.run();
            Api api = new Api("127.0.0.1:" + hub.port("http"));
            if (!api.login("admin", adminPassword)) {
                throw new Refusal("bench: the hub does not take the password that it was given.");
            }
            new ErrorTable(truth, api, "harbour").print(out);
        }
    }
}
