package io.foyer.simulators.play;

import io.foyer.simulators.sense.Cut;
import io.foyer.simulators.sense.Signal;
import io.foyer.simulators.sense.Timeline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plays days as they happen: each message when it is due, under the time that its moment has at this pace. What is said
 * depends on the simulated moment alone, never on the pace.
 */
public final class LivePlayer {
    private static final int MOST_UNACKNOWLEDGED = 4_000;
    private static final int MOST_OF_ONE = 1_000;
    private static final int MOST_A_TURN = 256;
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration TOLERATED_LAG = Duration.ofSeconds(1);
    private static final long ANSWERS_WITHIN_MS = 10_000;
    private static final long LOOK_AGAIN_MS = 20;

    private final Vertx vertx;
    private final Clock clock;
    private final Fleet fleet;
    private final Timeline timeline;
    private final ZoneId timeZone;
    private final String mark;
    private final Doorways doors = new Doorways(this::opens);
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::moment).thenComparing(Due::number));
    private final Promise<Void> done = Promise.promise();
    private final Registers registers;
    private Pace pace;
    private @Nullable Instant end;
    private long number;
    private long dropped;
    private long timer = -1;

    private record Due(Instant moment, long number, Runnable work) {}

    /**
     * Nothing is sent yet.
     *
     * @param mark goes before each id, so that another run is not taken for this one's repetition
     * @param registers what meters show when time is pressed together
     */
    public LivePlayer(
            Vertx vertx,
            Clock clock,
            Fleet fleet,
            Timeline timeline,
            ZoneId timeZone,
            String mark,
            Registers registers) {
        this.vertx = vertx;
        this.clock = clock;
        this.fleet = fleet;
        this.timeline = timeline;
        this.timeZone = timeZone;
        this.mark = mark;
        this.registers = registers;
        this.pace = Pace.realTime(clock.instant());
        fleet.onCommand(doors::hear);
    }

    /**
     * Completes when the end is reached and everything is acknowledged; fails when a device gives up.
     *
     * @param until a simulated moment; null: without end
     */
    public Future<Void> play(Pace at, @Nullable Instant until) {
        pace = at;
        end = until;
        fleet.failure().onFailure(done::tryFail);
        Instant start = pace.simulated();
        LocalDate today = start.atZone(timeZone).toLocalDate();
        vertx.executeBlocking(() -> {
                    timeline.of(today);
                    return timeline.before(start);
                })
                .onFailure(done::tryFail)
                .onSuccess(first -> {
                    first.forEach(signal -> plan(start, () -> send(signal)));
                    load(today, start);
                    pump();
                });
        return done.future();
    }

    private void load(LocalDate date, Instant from) {
        Timeline.Sent day = timeline.of(date);
        for (Signal signal : day.signals()) {
            if (!signal.due().isBefore(from)) {
                plan(signal.due(), () -> send(signal));
            }
        }
        for (Cut cut : day.cuts()) {
            if (!cut.from().isBefore(from)) {
                plan(cut.from(), () -> fleet.cut(cut.device()));
                plan(cut.until(), () -> fleet.mend(cut.device()));
            }
        }
        LocalDate next = date.plusDays(1);
        Instant midnight = next.atStartOfDay(timeZone).toInstant();
        plan(midnight.minus(AHEAD), () -> vertx.executeBlocking(() -> timeline.of(next)));
        plan(midnight.minusSeconds(1), () -> load(next, Instant.MIN));
    }

    private void plan(Instant moment, Runnable work) {
        if (end == null || moment.isBefore(end)) {
            agenda.add(new Due(moment, number++, work));
        }
    }

    private void pump() {
        try {
            for (int turn = 0; turn < MOST_A_TURN; turn++) {
                if (fleet.unacknowledged() >= MOST_UNACKNOWLEDGED) {
                    again(LOOK_AGAIN_MS);
                    return;
                }
                Due next = agenda.peek();
                if (next == null) {
                    fleet.mend();
                    finish(0);
                    return;
                }
                Duration lag = Duration.between(pace.real(next.moment), clock.instant());
                if (lag.isNegative()) {
                    again(Math.max(1, -lag.toMillis()));
                    return;
                }
                if (pace.speed() != 1 && lag.compareTo(TOLERATED_LAG) > 0) {
                    pace = pace.slipped(lag);
                }
                agenda.poll();
                next.work.run();
            }
            again(1);
        } catch (RuntimeException broken) {
            done.tryFail(broken);
        }
    }

    /** There is one timer at most, so that whatever comes up in between may look at the agenda anew. */
    private void again(long millis) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(Math.min(millis, 60_000), fired -> pump());
    }

    private void send(Signal signal) {
        if (fleet.unacknowledged(signal.device()) >= MOST_OF_ONE) {
            dropped++;
            return;
        }
        if (signal.leaf().equals("swipe")) {
            doors.swiped(mark + signal.id(), signal);
        }
        fleet.send(
                signal.device(),
                signal.leaf(),
                signal.payload(mark, pace.real(signal.at()), registers.of(signal, pace.speed())),
                () -> {});
    }

    private void opens(Signal swipe) {
        for (boolean open : new boolean[] {true, false}) {
            Signal contact = swipe.contact(open);
            plan(contact.at(), () -> send(contact));
        }
        again(1);
    }

    /** Waits for the answers that are still on their way: a door may have to open yet. */
    private void finish(long waited) {
        if (!agenda.isEmpty()) {
            again(1);
        } else if (fleet.unacknowledged() == 0 && (doors.unanswered() == 0 || waited >= ANSWERS_WITHIN_MS)) {
            done.tryComplete();
        } else {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(LOOK_AGAIN_MS, fired -> finish(waited + LOOK_AGAIN_MS));
        }
    }

    /** What became of it, for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d messages acknowledged; %,d swipes let in, %,d refused, %,d unanswered%s%s",
                fleet.acknowledged(),
                doors.granted(),
                doors.denied(),
                doors.unanswered(),
                doors.granted() == 0 && doors.denied() > 0
                        ? ". Does the hub know no member? ./foyer demo makes them"
                        : "",
                dropped == 0 ? "" : String.format(Locale.ROOT, "; %,d not sent, the hub was too far behind", dropped));
    }
}
