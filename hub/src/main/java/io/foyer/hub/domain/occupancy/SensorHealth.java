package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.SensorFault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with one sensor, and the few numbers that tell so. All times are by the hub's clock. */
final class SensorHealth {
    /** How long it may say the same. */
    final Duration steady;

    private final Frequency changes = new Frequency(HealthLimits.CHANGES, HealthLimits.FLAPPING_TIME);
    private final Frequency losses = new Frequency(HealthLimits.LOSSES, HealthLimits.FLAPPING_TIME);
    private final Map<FaultKind, SensorFault> faults = new EnumMap<>(FaultKind.class);
    private boolean disbelieved;
    private Instant impossible = Instant.EPOCH;
    private @Nullable ImpossibleCount untold;
    /** Before this nothing was heard of anything: the hub had just begun. */
    private final Instant begun;

    /** Of a camera: who crossed its zone's border since it said something else, and the greatest number of them inside. */
    private int passages;

    private int inside;
    private int mostInside;

    /** Of a camera: how often in a row, and since when, it saw fewer people than sit in its zone. */
    private int underSeats;

    private Instant underSeatsSince = Instant.EPOCH;

    SensorHealth(Device device, @Nullable Zone zone, Instant begun) {
        steady = HealthLimits.steady(device, zone);
        this.begun = begun;
    }

    /** A count that cannot be: so many people came or passed within a time. */
    record ImpossibleCount(long people, Duration time) {}

    /** True where the sensor does not count. */
    boolean isDisbelieved() {
        return disbelieved;
    }

    boolean has(FaultKind kind) {
        return faults.containsKey(kind);
    }

    Collection<SensorFault> faults() {
        return List.copyOf(faults.values());
    }

    /** Since when it has not counted; null where it counts. */
    @Nullable Instant disbelievedSince() {
        return faults.values().stream()
                .filter(fault -> fault.kind().isDisbelieved())
                .map(SensorFault::since)
                .min(Instant::compareTo)
                .orElse(null);
    }

    void put(SensorFault fault) {
        faults.put(fault.kind(), fault);
        disbelieved |= fault.kind().isDisbelieved();
    }

    @Nullable SensorFault remove(FaultKind kind) {
        SensorFault fault = faults.remove(kind);
        disbelieved = faults.keySet().stream().anyMatch(FaultKind::isDisbelieved);
        return fault;
    }

    /** Goes on from what was wrong before a reload. */
    void takeOver(SensorHealth before) {
        before.faults().forEach(this::put);
    }

    /** It says something else than before. True where that happens too often. */
    boolean change(Instant now) {
        passages = 0;
        inside = 0;
        mostInside = 0;
        return changes.add(now);
    }

    boolean lose(Instant now) {
        return losses.add(now);
    }

    void countImpossible(long people, Duration time, Instant now) {
        impossible = now;
        untold = new ImpossibleCount(people, time);
    }

    /** The last impossible count, once. */
    @Nullable ImpossibleCount takeImpossible() {
        ImpossibleCount count = untold;
        untold = null;
        return count;
    }

    /** People cross the border of a camera's zone. */
    void pass(int entries, int exits) {
        passages += entries + exits;
        inside += entries - exits;
        mostInside = Math.max(mostInside, Math.abs(inside));
    }

    /** True where a sound camera would have noticed by now who passed. */
    boolean isUnmoved() {
        return passages >= HealthLimits.PASSAGES_UNSEEN && mostInside >= HealthLimits.PEOPLE_UNSEEN;
    }

    int passages() {
        return passages;
    }

    /** A camera has looked. True where it has long seen fewer people than sit in its zone. */
    boolean look(int seen, int seats, Instant now) {
        if (seats < seen + HealthLimits.SEATS_MORE) {
            underSeats = 0;
            return false;
        }
        underSeatsSince = underSeats == 0 ? now : underSeatsSince;
        underSeats++;
        return underSeats >= HealthLimits.LOOKS && !now.isBefore(underSeatsSince.plus(HealthLimits.UNDER_SEATS));
    }

    int looks() {
        return underSeats;
    }

    /** From when on it was missed: not before the hub had begun. */
    Instant missedSince(Instant unknownSince) {
        return later(unknownSince, begun);
    }

    /** When it is calm again; null where it is. */
    @Nullable Instant calmAt() {
        return has(FaultKind.FLAPPING)
                ? later(later(changes.calmAt(), losses.calmAt()), begun.plus(HealthLimits.FLAPPING_TIME))
                : null;
    }

    /** When its impossible counts are forgotten; null where there are none. */
    @Nullable Instant soundAt() {
        return has(FaultKind.IMPOSSIBLE) ? later(impossible, begun).plus(HealthLimits.SOUND_AGAIN) : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
