package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device.DeviceKind;
import io.foyer.hub.domain.occupancy.BorderCheck.BorderFinding;
import io.foyer.hub.domain.occupancy.LineStretch.SureCount;
import io.foyer.hub.domain.occupancy.SensorFault.FaultKind;
import io.foyer.hub.domain.occupancy.SensorHealth.ImpossibleCount;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds sensors that cannot be believed. A bad one does not count, and tells of itself until it behaves again. Only what
 * is live is judged: a history has no say, and nobody is told of what was wrong last year.
 */
final class HealthWatch {
    private final Deadlines<OccupancySensor> deadlines = new Deadlines<>();
    private final FaultEvidence evidence;

    HealthWatch(ZoneId zone) {
        evidence = new FaultEvidence(zone);
    }

    /** A sensor is otherwise than it was. */
    void watch(OccupancySensor sensor) {
        if (sensor.device.kind() == DeviceKind.LINE_COUNTER && !sensor.isStanding()) {
            sensor.crossings.forEach(crossing -> crossing.stretch().broken = true);
        }
        deadlines.set(sensor, due(sensor));
    }

    private static @Nullable Instant due(OccupancySensor sensor) {
        SensorHealth health = sensor.health;
        Instant calm = Deadlines.earliest(health.calmAt(), health.soundAt());
        Instant silent = health.has(FaultKind.SILENT) && sensor.isStanding() ? Deadlines.AT_ONCE : sensor.silentAt();
        return Deadlines.earliest(Deadlines.earliest(calm, silent), sensor.steadyUntil());
    }

    /** When {@link #tick} has something to do next; null: not before a sensor is heard. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    void tick(Instant now, ZoneRecount recount) {
        for (OccupancySensor sensor : deadlines.removeDue(now)) {
            SensorHealth health = sensor.health;
            Instant calm = health.calmAt();
            Instant sound = health.soundAt();
            if (calm != null && !now.isBefore(calm)) {
                end(sensor, FaultKind.FLAPPING, now, recount);
            }
            if (sound != null && !now.isBefore(sound)) {
                end(sensor, FaultKind.IMPOSSIBLE, now, recount);
            }
            Instant steady = sensor.steadyUntil();
            SensorState source = sensor.source();
            if (steady != null && source != null && source.present() != null && !now.isBefore(steady)) {
                BilingualText text = evidence.steady(sensor, source.present(), source.since(), health.steady);
                begin(sensor, FaultKind.STUCK, source.since(), text, now, recount);
            }
            silence(sensor, now, recount);
            watch(sensor);
        }
    }

    private void silence(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        Instant since = sensor.silentSince();
        Instant silent = sensor.silentAt();
        if (sensor.isStanding()) {
            end(sensor, FaultKind.SILENT, now, recount);
        } else if (since != null && silent != null && !now.isBefore(silent)) {
            begin(sensor, FaultKind.SILENT, since, evidence.silent(sensor, since), now, recount);
        }
    }

    /** A sensor has said something, which is taken in already. {@code before} is what it had said before. */
    void heard(OccupancySensor sensor, @Nullable SensorState before, ObservationTime moment, ZoneRecount recount) {
        SensorHealth health = sensor.health;
        ImpossibleCount impossible = health.takeImpossible();
        if (!moment.live()) {
            return;
        }
        Instant now = moment.arrived();
        if (impossible != null) {
            BilingualText text = evidence.impossible(sensor, impossible.people(), impossible.time(), now);
            begin(sensor, FaultKind.IMPOSSIBLE, now, text, now, recount);
        }
        if (sensor.isStanding()) {
            end(sensor, FaultKind.SILENT, now, recount);
        }
        SensorState after = sensor.source();
        Integer people = after == null ? null : after.present();
        if (people == null) {
            sensor.crossings.forEach(
                    crossing -> crossing.zone().counters.forEach(camera -> passed(camera, now, recount)));
            return;
        }
        if (before != null && !Objects.equals(before.present(), people)) {
            end(sensor, FaultKind.STUCK, now, recount);
            if (health.change(now) && sensor.device.kind() == DeviceKind.PRESENCE) {
                begin(sensor, FaultKind.FLAPPING, now, evidence.changing(sensor, now), now, recount);
            }
        }
        if (sensor.device.kind() == DeviceKind.PEOPLE_COUNTER) {
            looked(sensor, people, now, recount);
        }
    }

    private void looked(OccupancySensor camera, int people, Instant now, ZoneRecount recount) {
        ZoneNode zone = camera.touches.get(0);
        SensorHealth health = camera.health;
        int seats = zone.seatsTaken();
        if (health.look(people, seats, now)) {
            BilingualText text = evidence.blind(camera, people, seats, health.looks());
            begin(camera, FaultKind.DISAGREEING, now, text, now, recount);
        } else if (health.looks() == 0) {
            end(camera, FaultKind.DISAGREEING, now, recount);
        }
        if (zone.counters.size() == 1 && !health.isDisbelieved() && SureCount.isLong(zone.sure, now)) {
            sure(zone, people, now, recount);
        }
    }

    private void passed(OccupancySensor camera, Instant now, ZoneRecount recount) {
        SensorState source = camera.source();
        if (source == null || source.present() == null || !camera.isStanding() || !camera.health.isUnmoved()) {
            return;
        }
        if (!now.isBefore(source.since().plus(HealthLimits.LONG_UNSEEN))) {
            BilingualText text = evidence.unmoved(camera, source.present(), camera.health.passages(), source.since());
            begin(camera, FaultKind.STUCK, source.since(), text, now, recount);
        }
    }

    /** A connection was lost without a goodbye. */
    void lost(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        if (sensor.health.lose(now)) {
            begin(sensor, FaultKind.FLAPPING, now, evidence.breaking(sensor, now), now, recount);
        }
    }

    /** Somebody or something is sure of the people in a zone: what did its lines count since the last time? */
    void sure(ZoneNode zone, int people, Instant now, ZoneRecount recount) {
        BorderFinding finding = zone.lines.isEmpty() ? null : BorderCheck.of(zone, new SureCount(people, now));
        if (finding == null) {
            return;
        }
        for (OccupancySensor line : zone.lines) {
            for (LineCrossing crossing : line.crossings) {
                if (crossing.zone() == zone) {
                    judge(line, crossing, finding, now, recount);
                }
            }
        }
    }

    private void judge(
            OccupancySensor line, LineCrossing crossing, BorderFinding finding, Instant now, ZoneRecount recount) {
        LineStretch stretch = crossing.stretch();
        if (!finding.erred()) {
            stretch.erred = 0;
            if (line.crossings.stream().allMatch(each -> each.stretch().erred < HealthLimits.ERRED_STRETCHES)) {
                end(line, FaultKind.DISAGREEING, now, recount);
            }
        } else if (finding.blamed() != null && finding.blamed().stretch() == stretch) {
            stretch.erred++;
            if (stretch.erred >= HealthLimits.ERRED_STRETCHES) {
                BilingualText text = evidence.erring(line, crossing.zone().zone, finding, finding.blamed());
                begin(line, FaultKind.DISAGREEING, now, text, now, recount);
            }
        }
    }

    private void begin(
            OccupancySensor sensor,
            FaultKind kind,
            Instant since,
            BilingualText text,
            Instant now,
            ZoneRecount recount) {
        SensorHealth health = sensor.health;
        if (health.has(kind)) {
            return;
        }
        boolean counted = !health.isDisbelieved();
        SensorFault fault = new SensorFault(sensor.device.id(), kind, since, null, text);
        health.put(fault);
        recount.fault(fault);
        count(sensor, counted, now, recount);
    }

    private void end(OccupancySensor sensor, FaultKind kind, Instant now, ZoneRecount recount) {
        boolean counted = !sensor.health.isDisbelieved();
        SensorFault fault = sensor.health.remove(kind);
        if (fault != null) {
            recount.fault(fault.endedAt(now));
            count(sensor, counted, now, recount);
        }
    }

    private static void count(OccupancySensor sensor, boolean counted, Instant now, ZoneRecount recount) {
        if (counted == sensor.health.isDisbelieved()) {
            recount.zones(sensor, now);
            recount.finish();
        }
    }

    /** A sensor is no longer in the site file: nothing is wrong with it any more. */
    static void forget(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        sensor.health.faults().forEach(fault -> recount.fault(fault.endedAt(now)));
    }
}
