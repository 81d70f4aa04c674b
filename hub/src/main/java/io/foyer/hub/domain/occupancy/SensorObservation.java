package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.OccupancySensor.LineCrossing;
import java.time.Instant;

/** What an observation does to the zones of its sensor. */
final class SensorObservation {
    private SensorObservation() {}

    /** Whether an observation is its sensor's newest. Then what the sensor said before ends first where it stood too long. */
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
            }
        }
        return true;
    }

    /** The newest count of a sensor that counts the people in a zone. */
    static void people(OccupancySensor sensor, int people, ObservationTime moment, ZoneRecount recount) {
        recount.source(sensor.observe(people, null, null, moment.at(), moment.arrived()));
        recount.zones(sensor, moment.at());
    }

    /** The newest totals of a line. Those of before are missing or higher where the counter is new or was reset. */
    static void totals(OccupancySensor line, long in, long out, ObservationTime moment, ZoneRecount recount) {
        SensorState before = line.source();
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        recount.source(line.observe(null, in, out, moment.at(), moment.arrived()));
        if (inBefore == null || outBefore == null || in < inBefore || out < outBefore) {
            recount.zones(line, moment.at());
        } else {
            move(line, people(in - inBefore), people(out - outBefore), moment.at(), recount);
        }
    }

    /** The newest steps over a line. */
    static void steps(OccupancySensor line, int in, int out, ObservationTime moment, ZoneRecount recount) {
        SensorState before = line.source();
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        recount.source(line.observe(null, inBefore, outBefore, moment.at(), moment.arrived()));
        move(line, in, out, moment.at(), recount);
    }

    /** A count from before the newest one: it enters the past, as far as it can, and leaves the present alone. */
    static void latePeople(OccupancySensor sensor, int people, Instant at, ZoneRecount recount) {
        SensorState newest = sensor.source();
        if (newest == null || !at.isBefore(newest.at())) {
            return;
        }
        ZoneNode zone = sensor.touches.get(0);
        if (zone.isOnly(sensor)) {
            recount.point(new CountPoint(zone.zone, at, people, 0, 0));
            if (sensor.isKnown() && zone.lastPoint.isBefore(newest.at())) {
                // The newest count changed nothing when it came, so nothing ends the late one yet.
                zone.lastPoint = newest.at();
                recount.point(new CountPoint(zone.zone, newest.at(), zone.known(), 0, 0));
            }
        }
    }

    /** Steps from before the newest ones: who passed enters the past. */
    static void lateSteps(OccupancySensor line, int in, int out, Instant at, ZoneRecount recount) {
        for (LineCrossing crossing : line.crossings) {
            int entries = crossing.inward() ? in : out;
            int exits = crossing.inward() ? out : in;
            recount.zone(crossing.zone(), at, entries, exits);
        }
    }

    /** Moves people over a line: into the zones that it leads into, out of those that it leads out of. */
    private static void move(OccupancySensor line, int in, int out, Instant at, ZoneRecount recount) {
        for (LineCrossing crossing : line.crossings) {
            ZoneNode zone = crossing.zone();
            long people = (long) zone.flow + (crossing.inward() ? in - (long) out : out - (long) in);
            int flow = people(Math.max(0, people));
            if (flow != zone.flow) {
                zone.flow = flow;
                recount.flow(zone);
            }
        }
        for (ZoneNode zone : line.touches) {
            int entries = 0;
            int exits = 0;
            for (LineCrossing crossing : line.crossings) {
                if (crossing.zone() == zone) {
                    entries = crossing.inward() ? in : out;
                    exits = crossing.inward() ? out : in;
                }
            }
            recount.zone(zone, at, entries, exits);
        }
    }

    private static int people(long people) {
        return (int) Math.min(Integer.MAX_VALUE, people);
    }
}
