package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.SensorFault.FaultKind;
import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Changes the zones of a sensor by an observation of the sensor. */
final class SensorObservation {
    private SensorObservation() {}

    /** True where an observation is the newest of its sensor. Then a value that has stood too long ends first. */
    private static boolean isNewest(OccupancySensor sensor, ObservationTime moment, ZoneRecount recount) {
        if (!sensor.isNewest(moment.at())) {
            return false;
        }
        SensorState before = sensor.source();
        if (!moment.live() && before != null && sensor.isKnown()) {
            Instant stoodUntil = before.at().plus(OccupancySensor.STANDS);
            if (moment.at().isAfter(stoodUntil)) {
                sensor.end(stoodUntil);
                recount.zones(sensor, stoodUntil);
                recount.finish();
            }
        }
        return true;
    }

    /** Takes a count of the people in a zone. The balance of the zone's lines begins anew at the newest count. */
    static void people(OccupancySensor sensor, int people, ObservationTime moment, ZoneRecount recount) {
        if (!isNewest(sensor, moment, recount)) {
            latePeople(sensor, people, moment.at(), recount);
            Liveness.sign(sensor, moment.arrived(), recount);
            return;
        }
        SensorState was = sensor.source();
        if (was != null && jumps(was, people, moment.at())) {
            recount.source(sensor.doubt(people, 0));
            refuse(sensor, Math.abs(people - Objects.requireNonNull(was.present())), was, moment, recount);
            return;
        }
        ZoneNode zone = sensor.touches.get(0);
        int before = SensorTally.of(zone.counters, false).people();
        recount.source(sensor.observe(people, null, null, moment.at(), moment.arrived()));
        recount.zones(sensor, moment.at());
        SensorTally cameras = SensorTally.of(zone.counters, false);
        if (zone.lines.isEmpty() || !zone.counters.contains(sensor) || !cameras.isWhole()) {
            return;
        }
        zone.lineBalance().look(cameras.people(), before, moment.at());
        recount.balance(zone.lineBalance());
    }

    /**
     * Takes totals of a line; late totals change nothing. Totals that fall wait for the next message. If the next totals go on from
     * there, the counter has begun again at zero, and everybody who passed since zero counts. If the next totals return
     * to the old level, one message was wrong, and nobody passed.
     */
    static void totals(OccupancySensor line, long in, long out, ObservationTime moment, ZoneRecount recount) {
        if (!isNewest(line, moment, recount)) {
            Liveness.sign(line, moment.arrived(), recount);
            return;
        }
        SensorState was = line.source();
        TotalsJudge.Passage passage = TotalsJudge.judge(was, in, out, moment.at());
        if (passage == null && was != null) {
            recount.source(line.doubt(in, out));
            long more = in - Objects.requireNonNull(was.totalIn());
            long moreOut = out - Objects.requireNonNull(was.totalOut());
            if (more >= 0 && moreOut >= 0) {
                refuse(line, more + moreOut, was, moment, recount);
            } else {
                Liveness.sign(line, moment.arrived(), recount);
            }
        }
        if (passage == null) {
            return;
        }
        recount.source(line.observe(null, in, out, moment.at(), moment.arrived()));
        recount.zones(line, moment.at());
        move(line, passage.in(), passage.out(), moment, recount);
    }

    /** True where a camera's people are more or fewer than can have come or gone, and its last doubt does not agree. */
    private static boolean jumps(SensorState was, int people, Instant at) {
        Integer before = was.present();
        DoubtedTotals doubted = was.doubted();
        boolean confirmed =
                doubted != null && HealthLimits.isPossible((double) Math.abs(people - doubted.in()), Duration.ZERO);
        return before != null
                && !confirmed
                && !HealthLimits.isPossible(Math.abs(people - before), Duration.between(was.at(), at));
    }

    /** Refuses an impossible count. The sensor was heard all the same. */
    private static void refuse(
            OccupancySensor sensor, long people, SensorState was, ObservationTime moment, ZoneRecount recount) {
        if (moment.live()) {
            sensor.health.countImpossible(people, Duration.between(was.at(), moment.at()), moment.arrived());
        }
        Liveness.sign(sensor, moment.arrived(), recount);
    }

    /** Takes steps over a line. */
    static void steps(OccupancySensor line, int in, int out, ObservationTime moment, ZoneRecount recount) {
        if (!isNewest(line, moment, recount)) {
            move(line, in, out, moment, recount);
            Liveness.sign(line, moment.arrived(), recount);
            return;
        }
        SensorState before = line.source();
        if (before != null && !HealthLimits.isPossible((double) in + out, Duration.between(before.at(), moment.at()))) {
            refuse(line, (long) in + out, before, moment, recount);
            return;
        }
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        recount.source(line.observe(null, inBefore, outBefore, moment.at(), moment.arrived()));
        recount.zones(line, moment.at());
        move(line, in, out, moment, recount);
    }

    /** Takes a late count. The zone and all zones above change from the count's instant to the zone's next point. */
    private static void latePeople(OccupancySensor sensor, int people, Instant at, ZoneRecount recount) {
        SensorState newest = sensor.source();
        ZoneNode zone = sensor.touches.get(0);
        if (newest == null || !at.isBefore(newest.at()) || !zone.isOnly(sensor)) {
            return;
        }
        Integer before = zone.countAt(at);
        Instant until = zone.recent.higherKey(at);
        recount.point(new CountPoint(zone.zone, at, people, 0, 0));
        if (until == null && sensor.isKnown() && zone.lastPoint.isBefore(newest.at())) {
            // The newest count changed nothing when it came. So no point ends the late count yet.
            until = newest.at();
            zone.lastPoint = until;
            zone.remember(until, zone.lastCount);
            recount.point(new CountPoint(zone.zone, until, zone.lastCount, 0, 0));
        }
        if (before != null && until != null) {
            zone.remember(at, people);
            for (ZoneNode above = zone.parent; above != null; above = above.parent) {
                recount.shift(above, at, until, people - before);
            }
        }
    }

    /**
     * Moves people over a line: into the zones on one side, out of the zones on the other side. Late steps change the past
     * until the next sure count, or until the present.
     */
    private static void move(OccupancySensor line, int in, int out, ObservationTime moment, ZoneRecount recount) {
        if (in == 0 && out == 0) {
            return;
        }
        boolean wrong = line.health.has(FaultKind.DISAGREEING);
        for (LineCrossing crossing : line.crossings) {
            int entries = crossing.entries(in, out);
            int exits = crossing.exits(in, out);
            if (!wrong) {
                recount.passage(crossing.zone(), moment.at(), entries, exits);
            }
            if (moment.live()) {
                crossing.stretch().pass(entries, exits);
            }
            if (moment.live() && !wrong && crossing.whole()) {
                crossing.zone().counters.forEach(camera -> camera.health.pass(entries, exits));
            }
        }
    }
}
