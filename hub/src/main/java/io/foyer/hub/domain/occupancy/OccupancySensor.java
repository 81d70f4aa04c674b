package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.occupancy.SensorFault.FaultKind;
import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device that counts, and whether its last value is believed.
 *
 * <p>The last value stands while the device is connected, because the device would have sent a change. Without a
 * connection the value stands for an hour: battery devices connect, send and sleep, and most of them report at least
 * once an hour. A value that was more than an hour old on arrival is history only and never stands for the present.
 */
final class OccupancySensor {
    static final Duration STANDS = Duration.ofHours(1);

    /** The next part of a history comes within this time, over this connection or the next one. */
    private static final Duration GOES_ON = Duration.ofMinutes(15);

    private static final Duration NOTED = Duration.ofMinutes(15);

    final Device device;

    /** The zones that the sensor can change. Each zone comes before the zone above it. */
    List<ZoneNode> touches = List.of();

    /** The zones whose border the line of this sensor crosses. */
    final List<LineCrossing> crossings = new ArrayList<>();

    final SensorHealth health;

    private @Nullable SensorState source;
    private int connections;
    private Instant alive = Instant.MIN;
    private Instant told = Instant.MIN;
    private @Nullable Instant ended;
    private boolean history;

    OccupancySensor(Device device, SensorHealth health) {
        this.device = device;
        this.health = health;
    }

    /** Restores what the sensor knew before a restart or a reload. */
    void restore(SensorState known, Instant now) {
        source = known;
        history = known.failed() && known.heard().equals(known.at().plus(STANDS));
        ended = known.failed() && !history ? known.heard() : null;
        alive = history ? now : known.heard();
        told = now;
    }

    /** Restores a fault from before a restart. A line must then agree again at each of its zones. */
    void restore(SensorFault fault) {
        health.put(fault);
        if (fault.kind() == FaultKind.DISAGREEING) {
            crossings.forEach(crossing -> crossing.stretch().erred = HealthLimits.ERRED_STRETCHES);
        }
    }

    /** Goes on with what {@code before} knew. The caller then tells the connections again. */
    void takeOver(OccupancySensor before) {
        source = before.source;
        alive = before.alive;
        told = before.told;
        ended = before.ended;
        history = before.history;
        health.takeOver(before.health);
    }

    SensorState observe(@Nullable Integer present, @Nullable Long in, @Nullable Long out, Instant at, Instant arrived) {
        SensorState was = source;
        boolean stood = isStanding();
        history = at.isBefore(arrived.minus(STANDS));
        Instant since =
                was != null && stood && !history && Objects.equals(was.present(), present) ? was.since() : arrived;
        Instant heard = history ? at.plus(STANDS) : arrived;
        ended = null;
        alive = arrived;
        told = arrived;
        source = new SensorState(device.id(), present, in, out, null, since, at, heard, history);
        return source;
    }

    void connect() {
        connections++;
    }

    /** Returns true where another connection of the sensor goes on. */
    boolean disconnect() {
        connections = Math.max(0, connections - 1);
        return connections > 0;
    }

    @Nullable SensorState source() {
        return source;
    }

    /** Of two observations with the same instant the later arrival is the newer: many clocks have whole seconds. */
    boolean isNewest(Instant at) {
        return source == null || !at.isBefore(source.at());
    }

    /** True where the value stands for the present. */
    boolean isStanding() {
        return source != null && ended == null && !history;
    }

    /** True where the value stands at the end of the sensor's own history, and the sensor is believed. */
    boolean isKnown() {
        return source != null && ended == null && !health.isDisbelieved();
    }

    /** True where the value stands for the present, and the sensor is believed. */
    boolean isPresent() {
        return isStanding() && !health.isDisbelieved();
    }

    /** True where the value stands at the end of a history that goes on, and not for the present. */
    boolean plays() {
        return history && ended == null;
    }

    /** Since when no believed value stands for the present; null where one stands, or where none ever came. */
    @Nullable Instant unknownSince() {
        if (source == null || isPresent()) {
            return null;
        }
        return history ? source.at().plus(STANDS) : ended != null ? ended : health.disbelievedSince();
    }

    /** Since when the hub does not hear the sensor; null where it does, never did, or heard only of the past. */
    @Nullable Instant silentSince() {
        return history ? null : ended;
    }

    /** When the sensor begins to be silent; null where the hub hears the sensor, or where it is silent already. */
    @Nullable Instant silentAt() {
        Instant since = silentSince();
        return since == null || health.has(FaultKind.SILENT)
                ? null
                : health.missedSince(since).plus(HealthLimits.silence(device, connections > 0));
    }

    /** Until when the sensor may tell the same value; null for ever, and where the sensor is stuck already. */
    @Nullable Instant steadyUntil() {
        if (source == null || source.present() == null || !isStanding() || health.has(FaultKind.STUCK)) {
            return null;
        }
        return source.present() == 0 ? null : source.since().plus(health.steady);
    }

    /** When the value ceased to stand; null where the value stands, or where its end is already noted. */
    @Nullable Instant expired(Instant now) {
        if (source == null || ended != null) {
            return null;
        }
        if (history) {
            return now.isBefore(told.plus(GOES_ON)) ? null : source.at().plus(STANDS);
        }
        return connections > 0 || now.isBefore(alive.plus(STANDS)) ? null : alive.plus(STANDS);
    }

    /** When time alone may change something: the value ceases to stand, or the connection must be noted again. */
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

    /** The sensor is away from now on. */
    @Nullable SensorState fail(Instant now) {
        ended = now;
        return note(now, true);
    }

    /** The present value becomes unknown. Null where the value was unknown before. */
    @Nullable SensorState lose(Instant now) {
        return isStanding() ? fail(now) : null;
    }

    /**
     * The sensor is back, and its last value stands again. Null where the value is too old, or never ceased to stand.
     */
    @Nullable SensorState heal(Instant now) {
        if (source == null || ended == null || history || source.at().isBefore(now.minus(STANDS))) {
            return null;
        }
        ended = null;
        return note(now, false);
    }

    /** The hub heard the sensor, without a new value. Null where no value stands. */
    @Nullable SensorState sign(Instant now) {
        alive = now;
        return isStanding() ? note(now, false) : null;
    }

    /** Notes that the connection is still there, for a later restart. Null where this was noted shortly before. */
    @Nullable SensorState connection(Instant now) {
        return source == null || connections == 0 || now.isBefore(source.heard().plus(NOTED)) ? null : sign(now);
    }

    /** It told totals that do not go on from its last ones. */
    @Nullable SensorState doubt(long in, long out) {
        SensorState was = source;
        Instant end = ended;
        DoubtedTotals doubted = new DoubtedTotals(in, out);
        return was == null ? null : note(doubted, end == null ? was.heard() : end, end != null || was.failed());
    }

    private @Nullable SensorState note(Instant heard, boolean failed) {
        return note(source == null ? null : source.doubted(), heard, failed);
    }

    private @Nullable SensorState note(@Nullable DoubtedTotals doubted, Instant heard, boolean failed) {
        SensorState was = source;
        if (was != null) {
            source = new SensorState(
                    was.device(),
                    was.present(),
                    was.totalIn(),
                    was.totalOut(),
                    doubted,
                    was.since(),
                    was.at(),
                    heard,
                    failed);
        }
        return source;
    }
}
