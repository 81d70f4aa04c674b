package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that counts, and whether it can be believed.
 *
 * <p>What it said last stands while it is connected, because it would have said otherwise. Without a connection it
 * stands for an hour: battery devices connect, send and sleep, and most of them report at least once an hour. What was
 * more than an hour old when it came never stood for the present; it is only history.
 */
final class OccupancySensor {
    static final Duration STANDS = Duration.ofHours(1);

    /** The next part of a history comes within this time, over this connection or the next one. */
    private static final Duration GOES_ON = Duration.ofMinutes(15);

    private static final Duration NOTED = Duration.ofMinutes(15);

    final Device device;

    /** The zones that it can change, each before the zone that holds it. */
    List<ZoneNode> touches = List.of();

    /** The zones whose border its line crosses. */
    final List<LineCrossing> crossings = new ArrayList<>();

    final TotalsJudge totals = new TotalsJudge();

    private @Nullable SensorState source;
    private int connections;
    private Instant alive = Instant.MIN;
    private Instant told = Instant.MIN;
    private @Nullable Instant ended;
    private boolean history;

    /** A line at a zone's border; {@code inward} where its "in" leads into the zone. */
    record LineCrossing(ZoneNode zone, boolean inward) {

        /** People who come into the zone, of those who pass the line in its two directions. */
        int entries(int in, int out) {
            return inward ? in : out;
        }

        /** People who leave the zone. */
        int exits(int in, int out) {
            return inward ? out : in;
        }
    }

    OccupancySensor(Device device) {
        this.device = device;
    }

    /** What it knew before a restart or a reload. */
    void restore(SensorState known, Instant now) {
        source = known;
        history = known.failed() && known.heard().equals(known.at().plus(STANDS));
        ended = known.failed() && !history ? known.heard() : null;
        alive = history ? now : known.heard();
        told = now;
    }

    /** Goes on with what {@code before} knew; who brings it now is told anew. */
    void takeOver(OccupancySensor before) {
        source = before.source;
        alive = before.alive;
        told = before.told;
        ended = before.ended;
        history = before.history;
    }

    SensorState observe(@Nullable Integer present, @Nullable Long in, @Nullable Long out, Instant at, Instant arrived) {
        history = at.isBefore(arrived.minus(STANDS));
        ended = null;
        alive = arrived;
        told = arrived;
        source = new SensorState(device.id(), present, in, out, at, history ? at.plus(STANDS) : arrived, history);
        return source;
    }

    void connect() {
        connections++;
    }

    /** True where another connection goes on. */
    boolean disconnect() {
        connections = Math.max(0, connections - 1);
        return connections > 0;
    }

    @Nullable SensorState source() {
        return source;
    }

    /** Of two of one instant the later told is the newer: clocks of whole seconds are common. */
    boolean isNewest(Instant at) {
        return source == null || !at.isBefore(source.at());
    }

    /** True where its value stands at the end of its own history. */
    boolean isKnown() {
        return source != null && ended == null;
    }

    /** True where its value stands for the present. */
    boolean isPresent() {
        return isKnown() && !history;
    }

    /** Since when it says nothing of the present; null where it does, or never said anything. */
    @Nullable Instant unknownSince() {
        if (source == null || isPresent()) {
            return null;
        }
        return history ? source.at().plus(STANDS) : ended;
    }

    /** When its value ceased to stand, if that has happened by now without being noted. */
    @Nullable Instant expired(Instant now) {
        if (source == null || ended != null) {
            return null;
        }
        if (history) {
            return now.isBefore(told.plus(GOES_ON)) ? null : source.at().plus(STANDS);
        }
        return connections > 0 || now.isBefore(alive.plus(STANDS)) ? null : alive.plus(STANDS);
    }

    /** When time alone may change something: its value ceases to stand, or a sign of its connection is to be noted. */
    @Nullable Instant due() {
        if (source == null || ended != null) {
            return null;
        }
        if (history) {
            return told.plus(GOES_ON);
        }
        return connections > 0 ? source.heard().plus(NOTED) : alive.plus(STANDS);
    }

    void end(Instant at) {
        ended = at;
    }

    /** It is known to be away from now on. */
    @Nullable SensorState fail(Instant now) {
        ended = now;
        return note(now, true);
    }

    /** It is not known any more what it would say now. Null where that was so before. */
    @Nullable SensorState lose(Instant now) {
        return isPresent() ? fail(now) : null;
    }

    /** It is back; what it said last may still stand. Null where it does not, or never ceased to. */
    @Nullable SensorState heal(Instant now) {
        if (source == null || ended == null || history || source.at().isBefore(now.minus(STANDS))) {
            return null;
        }
        ended = null;
        return note(now, false);
    }

    /** It was heard, though not with anything new. Null where that does not keep anything known. */
    @Nullable SensorState sign(Instant now) {
        alive = now;
        return isPresent() ? note(now, false) : null;
    }

    /** A sign of a connection that is still there, for after a restart; null where one was noted shortly before. */
    @Nullable SensorState connection(Instant now) {
        return source == null || connections == 0 || now.isBefore(source.heard().plus(NOTED)) ? null : sign(now);
    }

    /** When the step function of its zone has at least got to. */
    Instant lastPoint() {
        return source == null ? Instant.MIN : ended != null ? ended : source.at();
    }

    private @Nullable SensorState note(Instant heard, boolean failed) {
        SensorState was = source;
        if (was != null) {
            source = new SensorState(
                    was.device(), was.present(), was.totalIn(), was.totalOut(), was.at(), heard, failed);
        }
        return source;
    }
}
