package io.foyer.simulators.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.foyer.simulators.bench.RecordedBench.RecordedData;
import io.foyer.simulators.setting.HubJava;
import io.foyer.simulators.setting.Refusal;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./foyer bench}: measures the packed hub on a folder of its own, prints a table and writes it as JSON. */
@Command(
        name = "bench",
        description = {
            "Measures the hub, on a temporary data folder and free ports, beside a bare Vert.x MQTT server:",
            "  swipe    from a swipe to its command, idle and beside telemetry",
            "  ingest   QoS 1 messages acknowledged a second, each after its commit",
            "  start    from the start of the JVM to `foyer ready`",
            "  all      these three (default), about six minutes",
            "  fanout   from a change to 2,000 viewers of the live feed; two minutes",
            "  abuse    from a swipe to its command while strangers abuse the hub, beside the hub at rest; ten minutes",
            "  accuracy how far the hub's figures are from the truth of three simulated days",
            "  counting the hub's counts beside the usual ways of counting, where the truth is known; three minutes",
            "  forecast how well the hub forecasts 15 weeks of recorded counts, beside the same hour of the last weeks",
            "  baseline how well the hub tells each month of a plant's recorded year from the months before, and planted",
            "           faults, beside the same hour of last week; half a minute",
            "Prints a table; all but accuracy, counting, forecast and baseline write foyer-bench.json into the working directory, too."
        })
public final class Bench implements Runnable {
    private static final Set<String> NAMES = Set.of(
            "swipe", "ingest", "start", "all", "fanout", "abuse", "accuracy", "counting", "forecast", "baseline");
    private static final Set<String> OF_RECORDED = Set.of("forecast", "counting", "baseline");
    private static final Path COUNTS = Path.of("..", "shared", "data", "calit2-people-counts.csv");
    private static final Path PLANT = Path.of("..", "shared", "data", "steel-15min.csv");
    private static final Path ROOM = Path.of("..", "shared", "data", "robod-room1.csv");
    private static final String ADMIN_PASSWORD = "admin-of-the-bench";

    private final Supplier<List<String>> hubJava;
    private final Scale scale;
    private final Path results;
    private final PrintStream out;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "one of the benchmarks above; default: all")
    private String name = "all";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "of forecast: counts at a door, lines of timestamp,in,out; default: ../shared/data/calit2-people-counts.csv;"
                            + " of baseline: a plant's quarter-hours; default: ../shared/data/steel-15min.csv")
    private @Nullable Path recorded;

    /** What is written: all that the figures depend on beside them. */
    private record Report(String at, Machine machine, Scale scale, List<Row> rows) {}

    /** @param hubJava how to start the hub, up to its own words */
    Bench(Supplier<List<String>> hubJava, Scale scale, Path results, PrintStream out) {
        this.hubJava = hubJava;
        this.scale = scale;
        this.results = results;
        this.out = out;
    }

    /** The usual benchmark, of the hub that the launcher has built. */
    public Bench(PrintStream out) {
        this(HubJava::command, Scale.USUAL, Path.of("foyer-bench.json"), out);
    }

    @Override
    public void run() {
        run(name);
    }

    void run(String name) {
        if (!NAMES.contains(name)) {
            throw new Refusal(
                    "bench: '" + name
                            + "' is no benchmark. Known: swipe, ingest, start, all, abuse, accuracy, baseline, counting, fanout, forecast. See ./foyer bench --help.");
        }
        if (recorded != null && !OF_RECORDED.contains(name)) {
            throw new Refusal("bench: unknown word " + recorded + ". See ./foyer bench --help.");
        }
        try {
            if (name.equals("accuracy")) {
                new AccuracyBench(hubJava, ADMIN_PASSWORD, out).print();
            } else if (name.equals("counting")) {
                new CountingBench(Path.of("config"), () -> HubJava.tool(CountingBench.BACKTEST), out)
                        .print(recorded == null ? ROOM : recorded);
            } else if (name.equals("forecast")) {
                new RecordedBench(RecordedData.FORECAST, recorded == null ? COUNTS : recorded, out).print();
            } else if (name.equals("baseline")) {
                new RecordedBench(RecordedData.BASELINE, recorded == null ? PLANT : recorded, out).print();
            } else {
                report(measure(name));
            }
        } catch (IOException e) {
            throw new Refusal("bench: " + e + ". Check the space and the rights of the temporary folder and of "
                    + results.toAbsolutePath() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Row> measure(String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Workbench bench = new Workbench()) {
            BenchSite site = BenchSite.of(scale.sensors(), scale.readers());
            Path config = bench.folder().resolve("config");
            site.write(config);
            if (name.equals("start") || name.equals("all")) {
                Path data = bench.folder().resolve("data-of-start");
                out.println("start ...");
                rows.addAll(new StartBench(
                                () -> bench.keep(() -> ServerProcess.hub(hubJava.get(), config, data, ADMIN_PASSWORD)),
                                scale)
                        .measure());
            }
            if (name.equals("fanout")) {
                Rig rig = rig(bench, site, config);
                out.println("fanout ...");
                rows.addAll(new FanoutBench(rig, scale).measure());
            } else if (name.equals("abuse")) {
                Rig rig = rig(bench, site, config);
                out.println("abuse ...");
                rows.addAll(new AbuseBench(rig, scale, new Abuses(rig).all(), out).measure());
            } else if (!name.equals("start")) {
                Rig rig = rig(bench, site, config);
                if (!name.equals("ingest")) {
                    out.println("swipe ...");
                    rows.addAll(new SwipeBench(rig, scale).measure());
                }
                if (!name.equals("swipe")) {
                    out.println("ingest ...");
                    rows.addAll(new IngestBench(rig, scale).measure());
                }
            }
        }
        return rows;
    }

    private Rig rig(Workbench bench, BenchSite site, Path config) {
        ServerProcess hub = bench.keep(
                () -> ServerProcess.hub(hubJava.get(), config, bench.folder().resolve("data"), ADMIN_PASSWORD));
        ServerProcess bare = bench.keep(ServerProcess::bare);
        hub.awaitReady();
        bare.awaitReady();
        String token = Members.enter(hub.port("http"), ADMIN_PASSWORD);
        Vertx vertx = Vertx.vertx();
        bench.keep(() -> () -> vertx.close().await());
        return Rig.of(hub, bare, site, vertx, bench.keep(Noise::new), token);
    }

    private void report(List<Row> rows) throws IOException {
        Machine machine = Machine.here(String.join(" ", HubJava.flags()));
        out.println(machine);
        out.println("The base is the bare server; of `abuse` it is the hub at rest, in the same run.");
        out.println(Row.head());
        rows.forEach(row -> out.println(row.line()));
        JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(results.toFile(), new Report(Instant.now().toString(), machine, scale, rows));
        out.println("Written to " + results.toAbsolutePath());
    }
}
