package io.foyer.simulators.simulate;

import io.foyer.simulators.device.Patience;
import io.foyer.simulators.play.Fleet;
import io.foyer.simulators.play.HistoryPlayer;
import io.foyer.simulators.play.LivePlayer;
import io.foyer.simulators.play.Pace;
import io.foyer.simulators.play.Registers;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.sense.Past;
import io.foyer.simulators.sense.Reporting;
import io.foyer.simulators.sense.Timeline;
import io.foyer.simulators.sense.Truth;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ./foyer simulate}: returns when the simulated time is over and every message acknowledged. */
public final class Simulate {
    private static final long USUAL_SEED = 1;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Patience patience;
    private final Clock clock = Clock.systemUTC();

    public Simulate(Map<String, String> environment, PrintStream out, Patience patience) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.patience = patience;
    }

    public void run(List<String> words) {
        Arguments arguments = Arguments.parse(words);
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return;
        }
        HubAddress hub = HubAddress.read(arguments.config(), environment);
        Space space = SpaceReader.read(arguments.config(), arguments.site());
        Accounts accounts = Accounts.read(arguments.config());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant from = start(arguments, space, now);
        Instant until = arguments.length() == null ? null : from.plus(arguments.length());
        long seed = arguments.seed() == null ? USUAL_SEED : arguments.seed();
        Days days = new Days(space, seed, arguments.faults());
        if (arguments.truth() != null) {
            Truth.write(arguments.truth(), days, from, Objects.requireNonNull(until));
        }
        out.printf(
                Locale.ROOT,
                "Simulating %s: %d devices, %d members, seed %d, from %s%s%n",
                space.site(),
                space.devices().size(),
                days.members().size(),
                seed,
                from.atZone(space.timeZone()).toOffsetDateTime(),
                until == null ? "" : " until " + until.atZone(space.timeZone()).toOffsetDateTime());
        play(new Run(arguments, hub, space, accounts, days, from, until, now));
    }

    private record Run(
            Arguments arguments,
            HubAddress hub,
            Space space,
            Accounts accounts,
            Days days,
            Instant from,
            @Nullable Instant until,
            Instant now) {}

    private static Instant start(Arguments arguments, Space space, Instant now) {
        if (arguments.from() != null) {
            return arguments.from().atZone(space.timeZone()).toInstant();
        }
        return arguments.seed() == null
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
            return run.arguments.asRecorded() ? past() : live();
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
                    .compose(open -> player.play(new Pace(run.from, clock.instant(), run.arguments.speed()), run.until))
                    .onSuccess(done -> out.println(player.summary()))
                    .eventually(fleet::close);
        }
    }
}
