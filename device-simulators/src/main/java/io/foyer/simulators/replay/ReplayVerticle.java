package io.foyer.simulators.replay;

import io.foyer.simulators.device.DeviceConnection;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.progress.ProgressLine;
import io.foyer.simulators.setting.HubAddress;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One replay on one event loop: every device connects, then the messages go out. It has started when all is done. */
final class ReplayVerticle extends VerticleBase {
    private final Clock clock = Clock.systemUTC();
    private final Map<String, DeviceConnection> devices = new HashMap<>();
    private final Plan plan;
    private final Iterator<Message> messages;
    private final Options options;
    private final PrintStream err;
    private final Progress progress;

    /** @param speed null: as fast as the hub acknowledges */
    record Options(
            HubAddress hub,
            Patience patience,
            boolean asRecorded,
            @Nullable Double speed) {}

    ReplayVerticle(Plan plan, Iterator<Message> messages, Options options, PrintStream err) {
        this.plan = plan;
        this.messages = messages;
        this.options = options;
        this.err = err;
        this.progress = new Progress(plan.rows(), this::cutOff);
    }

    Progress progress() {
        return progress;
    }

    @Override
    public Future<?> start() {
        plan.accounts()
                .forEach((device, account) ->
                        devices.put(device, new DeviceConnection(vertx, options.hub, account, options.patience)));
        ProgressLine line = new ProgressLine(vertx, err, progress::line);
        return Future.all(devices.values().stream().map(DeviceConnection::open).toList())
                .compose(connected -> play())
                .onComplete(done -> line.end(progress.begun()))
                .eventually(() -> Future.join(
                        devices.values().stream().map(DeviceConnection::close).toList()));
    }

    private Future<Void> play() {
        Pacing pacing =
                new Pacing(plan.first(), Instant.ofEpochMilli(clock.millis()), options.asRecorded, options.speed);
        return new Playback(vertx, clock, messages, plan.accounts(), devices, pacing, progress).run();
    }

    private int cutOff() {
        return (int)
                devices.values().stream().filter(device -> !device.connected()).count();
    }
}
