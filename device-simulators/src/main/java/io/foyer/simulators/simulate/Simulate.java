package io.foyer.simulators.simulate;

import io.foyer.simulators.command.Values;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.play.Fleet;
import io.foyer.simulators.play.HistoryPlayer;
import io.foyer.simulators.play.LivePlayer;
import io.foyer.simulators.play.Pace;
import io.foyer.simulators.play.Registers;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.sense.Faults;
import io.foyer.simulators.sense.Past;
import io.foyer.simulators.sense.Reporting;
import io.foyer.simulators.sense.Timeline;
import io.foyer.simulators.sense.Truth;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code ./foyer simulate}: returns when the simulated time is over and every message acknowledged. */
@Command(
        name = "simulate",
        description = "Simulates the devices of a site and the people among them against a running hub.",
        footer =
                "The hub is looked for where DIR/hub.yaml, FOYER_MQTT_HOST and FOYER_MQTT_PORT say; default 127.0.0.1:1883.")
public final class Simulate implements Runnable {
    private static final long USUAL_SEED = 1;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Patience patience;
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Values.Seed.class,
            description = "a day that can be had again: today from 08:00, whatever the clock says, unless --from says"
                    + " otherwise. The same seed and start: the same messages, at any speed")
    private @Nullable Long seed;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Values.SiteTime.class,
            description = "the simulated time at which it begins, on the site's clock; default: now")
    private @Nullable LocalDateTime from;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Values.Length.class,
            description = "ends after so much simulated time: PT90M, 90m, 8h, 1d; default: never")
    private @Nullable Duration length;

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = Values.Speed.class,
            description = "X simulated seconds a second; default 1. Time stamps are pressed together")
    private double speed = 1;

    @Option(
            names = "--as-recorded",
            description = "the past under its own times, as fast as the hub acknowledges; needs --from")
    private boolean asRecorded;

    @Option(
            names = "--faults",
            paramLabel = "DOSE",
            converter = Dose.class,
            description = "none, small or large: lost connections, duplicates, wrong clocks, lateness, miscounts;"
                    + " default small")
    private Faults faults = Faults.SMALL;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "who was where, the people in each zone and the energy of each meter, as JSON lines; needs --for")
    private @Nullable Path truth;

    @Option(names = "--site", paramLabel = "S", description = "default: the first file in DIR/sites")
    private @Nullable String site;

    @Option(names = "--config", paramLabel = "DIR", description = "the hub's settings and site files; default: config")
    private Path config = Path.of("config");

    private static final class Dose implements ITypeConverter<Faults> {
        @Override
        public Faults convert(String name) {
            return Faults.named(name).orElseThrow(() -> Values.wrong(name, "is none of none, small, large."));
        }
    }

    public Simulate(Map<String, String> environment, PrintStream out, Patience patience) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.patience = patience;
    }

    @Override
    public void run() {
        if (asRecorded && from == null) {
            throw new Refusal("simulate: --as-recorded needs a past. Add --from, for example --from 2026-11-23.");
        }
        if (truth != null && length == null) {
            throw new Refusal("simulate: --truth needs an end. Add --for, for example --for 8h.");
        }
        HubAddress hub = HubAddress.read(config, environment);
        Space space = SpaceReader.read(config, site);
        Accounts accounts = Accounts.read(config);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant start = start(space, now);
        Instant until = length == null ? null : start.plus(length);
        Days days = new Days(space, seed == null ? USUAL_SEED : seed, faults);
        if (truth != null) {
            Truth.write(truth, days, start, Objects.requireNonNull(until));
        }
        out.printf(
                Locale.ROOT,
                "Simulating %s: %d devices, %d members, seed %d, from %s%s%n",
                space.site(),
                space.devices().size(),
                days.members().size(),
                seed == null ? USUAL_SEED : seed,
                start.atZone(space.timeZone()).toOffsetDateTime(),
                until == null ? "" : " until " + until.atZone(space.timeZone()).toOffsetDateTime());
        play(new Run(hub, space, accounts, days, start, until, now));
    }

    private record Run(
            HubAddress hub,
            Space space,
            Accounts accounts,
            Days days,
            Instant from,
            @Nullable Instant until,
            Instant now) {}

    private Instant start(Space space, Instant now) {
        if (from != null) {
            return from.atZone(space.timeZone()).toInstant();
        }
        return seed == null
                ? now
                : now.atZone(space.timeZone())
                        .toLocalDate()
                        .atTime(MORNING)
                        .atZone(space.timeZone())
                        .toInstant();
    }

    private void play(Run run) {
        Vertx vertx = Vertx.vertx();
        try {
            vertx.deployVerticle(new Playing(run)).await();
        } finally {
            vertx.close().await();
        }
    }

    /** One simulation on one event loop. It has started when all is done. */
    private final class Playing extends VerticleBase {
        private final Run run;

        private Playing(Run run) {
            this.run = run;
        }

        @Override
        public Future<?> start() {
            return asRecorded ? past() : live();
        }

        private Future<?> past() {
            Fleet fleet = new Fleet(vertx, run.space, run.hub, run.accounts, patience);
            Instant end = run.until == null || run.until.isAfter(run.now) ? run.now : run.until;
            Past past = new Past(new Timeline(run.days, Reporting.PAST), run.space.timeZone(), run.from, end);
            return fleet.open()
                    .compose(open -> new HistoryPlayer(fleet, past, signal -> {}).play())
                    .onSuccess(done -> out.printf(Locale.ROOT, "%,d messages acknowledged%n", fleet.acknowledged()))
                    .eventually(fleet::close);
        }

        private Future<?> live() {
            // Without this, a second run's swipes would be taken for repetitions of the first one's.
            String mark = Long.toString(run.now.toEpochMilli(), Character.MAX_RADIX) + "/";
            Fleet fleet = new Fleet(vertx, run.space, run.hub, run.accounts, patience);
            LivePlayer player = new LivePlayer(
                    vertx,
                    clock,
                    fleet,
                    new Timeline(run.days, Reporting.LIVE),
                    run.space.timeZone(),
                    mark,
                    Registers.asSimulated());
            return fleet.open()
                    .compose(open -> player.play(new Pace(run.from, clock.instant(), speed), run.until))
                    .onSuccess(done -> out.println(player.summary()))
                    .eventually(fleet::close);
        }
    }
}
