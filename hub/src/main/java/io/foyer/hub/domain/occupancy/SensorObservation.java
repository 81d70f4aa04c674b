package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.OccupancySensor.LineCrossing;
import java.time.Instant;

/** Changes the zones of a sensor by an observation of the sensor. */
final class SensorObservation {
    private SensorObservation() {}

    /** True where an observation is the newest of its sensor. Then a value that has stood too long ends first. */
    static boolean isNewest(OccupancySensor sensor, ObservationTime moment, ZoneRecount recount) {
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

    /** Takes the newest count of the people in a zone. The balance of the zone's lines begins anew at this count. */
    static void people(OccupancySensor sensor, int people, ObservationTime moment, ZoneRecount recount) {
        ZoneNode zone = sensor.touches.get(0);
        int before = SensorTally.of(zone.counters, false).people();
        recount.source(sensor.observe(people, null, null, moment.at(), moment.arrived()));
        recount.zones(sensor, moment.at());
        SensorTally cameras = SensorTally.of(zone.counters, false);
        if (zone.lines.isEmpty() || !zone.counters.contains(sensor) || !cameras.isWhole()) {
            return;
        }
        zone.balance().look(cameras.people(), before, moment.at());
        recount.balance(zone);
    }

    /**
     * Takes the newest totals of a line. Totals that fall wait for the next message. If the next totals go on from
     * there, the counter has begun again at zero, and everybody who passed since zero counts. If the next totals return
     * to the old level, one message was wrong, and nobody passed.
     */
    static void totals(OccupancySensor line, long in, long out, ObservationTime moment, ZoneRecount recount) {
        TotalsJudge.Passage passage = TotalsJudge.judge(line.source(), in, out, moment.at());
        if (passage == null) {
            recount.source(line.doubt(in, out));
            Liveness.sign(line, moment.arrived(), recount);
            return;
        }
        recount.source(line.observe(null, in, out, moment.at(), moment.arrived()));
        recount.zones(line, moment.at());
        move(line, passage.in(), passage.out(), moment.at(), recount);
    }

    /** Takes the newest steps over a line. */
    static void steps(OccupancySensor line, int in, int out, ObservationTime moment, ZoneRecount recount) {
        SensorState before = line.source();
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        recount.source(line.observe(null, inBefore, outBefore, moment.at(), moment.arrived()));
        recount.zones(line, moment.at());
        move(line, in, out, moment.at(), recount);
    }

    /** Takes a late count. The zone and all zones above change from the count's instant to the zone's next point. */
    static void latePeople(OccupancySensor sensor, int people, Instant at, ZoneRecount recount) {
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
    static void move(OccupancySensor line, int in, int out, Instant at, ZoneRecount recount) {
        if (in == 0 && out == 0) {
            return;
        }
        for (LineCrossing crossing : line.crossings) {
            recount.passage(crossing.zone(), at, crossing.entries(in, out), crossing.exits(in, out));
        }
    }
}
