package io.foyer.simulators.replay;

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

/** {@code ./foyer replay}: returns when every message is acknowledged, or throws a {@link Refusal}. */
public final class Replay {
    private static final double REAL_TIME = 1;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Patience patience;

    public Replay(Map<String, String> environment, PrintStream out, PrintStream err, Patience patience) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    public void run(List<String> words) {
        Arguments arguments = Arguments.parse(words);
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return;
        }
        String run = Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX);
        Recording recording = new Recording(files(arguments), arguments.asRecorded(), run);
        HubAddress hub = HubAddress.read(arguments.config(), environment);
        Plan plan = Plan.check(recording, Accounts.read(arguments.config()));

        boolean atOnce = arguments.asRecorded() && arguments.speed() == null;
        Double speed = atOnce ? null : arguments.speed() == null ? REAL_TIME : arguments.speed();
        var options = new ReplayVerticle.Options(hub, patience, arguments.asRecorded(), speed);
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
    private static List<TraceFile> files(Arguments arguments) {
        Map<Path, ReplayMap> maps = new HashMap<>();
        return arguments.files().stream()
                .map(file -> new TraceFile(file, maps.computeIfAbsent(arguments.mapOf(file), ReplayMap::read)))
                .toList();
    }
}
