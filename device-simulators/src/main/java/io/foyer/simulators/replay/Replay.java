package io.foyer.simulators.replay;

import io.foyer.simulators.command.Values;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.setting.Refusal;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./foyer replay}: returns when every message is acknowledged, or throws a {@link Refusal}. */
@Command(
        name = "replay",
        description = "Plays recorded CSV files to a running hub over MQTT, as the devices that the map names.",
        footer =
                "The hub is looked for where DIR/hub.yaml, FOYER_MQTT_HOST and FOYER_MQTT_PORT say; default 127.0.0.1:1883.")
public final class Replay implements Runnable {
    private static final Path CONFIG = Path.of("config");
    private static final double REAL_TIME = 1;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Patience patience;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "a CSV file with a header line; several are merged in the order of time")
    private List<Path> files = List.of();

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "from columns to devices; default: DIR/replay/NAME.yaml, else config/replay/NAME.yaml, for NAME.csv")
    private @Nullable Path map;

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = Values.Speed.class,
            description = "X recorded seconds a second; default 1")
    private @Nullable Double speed;

    @Option(
            names = "--as-recorded",
            description = "with the recorded time stamps, as fast as the hub acknowledges (with --speed: paced)")
    private boolean asRecorded;

    @Option(names = "--config", paramLabel = "DIR", description = "the hub's settings and site files; default: config")
    private Path config = CONFIG;

    public Replay(Map<String, String> environment, PrintStream out, PrintStream err, Patience patience) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    @Override
    public void run() {
        String run = Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX);
        Recording recording = new Recording(traces(), asRecorded, run);
        HubAddress hub = HubAddress.read(config, environment);
        Plan plan = Plan.check(recording, Accounts.read(config));

        Double pace = speed == null && !asRecorded ? Double.valueOf(REAL_TIME) : speed;
        var options = new ReplayVerticle.Options(hub, patience, asRecorded, pace);
        ReplayVerticle replay = new ReplayVerticle(plan, recording.messages(), options, err);
        Vertx vertx = Vertx.vertx();
        try {
            vertx.deployVerticle(replay).await();
        } finally {
            vertx.close().await();
        }
        replay.progress().summary(out, plan.accounts());
    }

    /** Files that share a map share the very same object: they are one trace. */
    private List<TraceFile> traces() {
        Map<Path, ReplayMap> maps = new HashMap<>();
        return files.stream()
                .map(file -> new TraceFile(file, maps.computeIfAbsent(mapOf(file), ReplayMap::read)))
                .toList();
    }

    /** The map of a file: the one that the command line names, or the one with the file's own name. */
    private Path mapOf(Path file) {
        if (map != null) {
            return map;
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ".yaml";
        Path own = config.resolve("replay").resolve(name);
        Path usual = CONFIG.resolve("replay").resolve(name);
        Path found = own.toFile().isFile() ? own : usual;
        if (!found.toFile().isFile()) {
            throw new Refusal(file + ": has no map " + own
                    + ". Write it (device-simulators/README.md), or name one with --map MAP.yaml.");
        }
        return found;
    }
}
