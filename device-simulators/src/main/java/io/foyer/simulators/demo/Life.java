package io.foyer.simulators.demo;

import io.foyer.simulators.device.Patience;
import io.foyer.simulators.play.Fleet;
import io.foyer.simulators.play.HistoryPlayer;
import io.foyer.simulators.play.LivePlayer;
import io.foyer.simulators.play.Pace;
import io.foyer.simulators.play.Registers;
import io.foyer.simulators.progress.ProgressLine;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.sense.Past;
import io.foyer.simulators.sense.Reporting;
import io.foyer.simulators.sense.Timeline;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.space.Space;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The demo's devices on one event loop: what is past, then what is now. It has started when the past is told and the present begun. */
final class Life extends VerticleBase {
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final Space space;
    private final Days days;
    private final Clock clock;
    private final double speed;
    private final Instant from;
    private final PrintStream out;
    private final PrintStream err;
    private final Accounts accounts;
    private final HubAddress hub;
    private final Promise<Void> over = Promise.promise();
    private @Nullable Fleet fleet;
    private Instant told;

    /** @param from where the past begins */
    Life(
            Space space,
            Days days,
            Clock clock,
            double speed,
            Instant from,
            Accounts accounts,
            HubAddress hub,
            PrintStream out,
            PrintStream err) {
        this.space = space;
        this.days = days;
        this.clock = clock;
        this.speed = speed;
        this.from = from;
        this.told = from;
        this.accounts = accounts;
        this.hub = hub;
        this.out = out;
        this.err = err;
    }

    @Override
    public Future<?> start() {
        Fleet all = new Fleet(vertx, space, hub, accounts, Patience.USUAL);
        fleet = all;
        Timeline present = new Timeline(days, Reporting.LIVE);
        LivePlayer player = new LivePlayer(vertx, clock, all, present, space.timeZone(), "", Registers.byTheClock());
        long began = System.nanoTime();
        ProgressLine line = new ProgressLine(vertx, err, elapsed -> line(all));
        return all.open()
                .compose(open -> tell(all, from))
                .onComplete(done -> line.end(false))
                .compose(now -> {
                    out.printf(
                            Locale.ROOT,
                            "History since %s: %,d messages in %.1f s%n",
                            from.atZone(space.timeZone()).toLocalDateTime().withNano(0),
                            all.acknowledged(),
                            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
                    player.play(new Pace(now, speed == 1 ? now : clock.instant(), speed), null)
                            .onFailure(over::tryFail);
                    return player.begun();
                });
    }

    /** What has happened up to now; while it is told more happens. Completes with the time up to which all is told. */
    private Future<Instant> tell(Fleet all, Instant since) {
        Instant now = clock.instant();
        if (Duration.between(since, now).compareTo(BEHIND) < 0) {
            return Future.succeededFuture(since);
        }
        Past past = new Past(new Timeline(days, Reporting.PAST), space.timeZone(), since, now);
        // The first day is planned apart: a JVM that has just started takes seconds for it.
        return vertx.executeBlocking(past::hasNext)
                .compose(planned -> new HistoryPlayer(all, past, signal -> told = signal.at()).play())
                .compose(done -> tell(all, now));
    }

    private String line(Fleet all) {
        Instant now = clock.instant();
        return String.format(
                Locale.ROOT,
                "History: %3.0f %%, %,d messages, at %s",
                100.0
                        * Duration.between(from, told).toSeconds()
                        / Math.max(1, Duration.between(from, now).toSeconds()),
                all.acknowledged(),
                told.atZone(space.timeZone()).toLocalDate());
    }

    /** Fails when a device gives up; never succeeds. */
    Future<Void> over() {
        return over.future();
    }

    @Override
    public Future<?> stop() {
        return fleet == null ? Future.succeededFuture() : fleet.close();
    }
}
