package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.Sensor.Crossing;
import java.time.Instant;

/** What an observation does to the zones of its sensor. */
final class Observation {
    private Observation() {}

    /** Whether an observation is its sensor's newest. Then what the sensor said before ends first where it stood too long. */
    static boolean isNewest(Sensor sensor, Instant at, boolean live, Changes changes) {
        if (!sensor.isNewest(at)) {
            return false;
        }
        Source before = sensor.source();
        if (!live && before != null && sensor.isKnown()) {
            Instant stoodUntil = before.at().plus(Sensor.STANDS);
            if (at.isAfter(stoodUntil)) {
                sensor.end(stoodUntil);
                changes.recount(sensor, stoodUntil);
            }
        }
        return true;
    }

    /** The newest count of a sensor that counts the people in a zone. */
    static void people(Sensor sensor, int people, Instant at, Instant arrived, Changes changes) {
        changes.is(sensor.observe(people, null, null, at, arrived));
        changes.recount(sensor, at);
    }

    /** The newest totals of a line. Those of before are missing or higher where the counter is new or was reset. */
    static void totals(Sensor line, long in, long out, Instant at, Instant arrived, Changes changes) {
        Source before = line.source();
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        changes.is(line.observe(null, in, out, at, arrived));
        if (inBefore == null || outBefore == null || in < inBefore || out < outBefore) {
            changes.recount(line, at);
        } else {
            move(line, people(in - inBefore), people(out - outBefore), at, changes);
        }
    }

    /** The newest steps over a line. */
    static void steps(Sensor line, int in, int out, Instant at, Instant arrived, Changes changes) {
        Source before = line.source();
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        changes.is(line.observe(null, inBefore, outBefore, at, arrived));
        move(line, in, out, at, changes);
    }

    /** A count from before the newest one: it enters the past, as far as it can, and leaves the present alone. */
    static void latePeople(Sensor sensor, int people, Instant at, Changes changes) {
        Source newest = sensor.source();
        if (newest == null || !at.isBefore(newest.at())) {
            return;
        }
        ZoneNode zone = sensor.touches.get(0);
        if (zone.isOnly(sensor)) {
            changes.point(new Point(zone.zone, at, people, 0, 0));
            if (sensor.isKnown() && zone.lastPoint.isBefore(newest.at())) {
                // The newest count changed nothing when it came, so nothing ends the late one yet.
                zone.lastPoint = newest.at();
                changes.point(new Point(zone.zone, newest.at(), zone.known(), 0, 0));
            }
        }
    }

    /** Steps from before the newest ones: who passed enters the past. */
    static void lateSteps(Sensor line, int in, int out, Instant at, Changes changes) {
        for (Crossing crossing : line.crossings) {
            int entries = crossing.inward() ? in : out;
            int exits = crossing.inward() ? out : in;
            changes.recount(crossing.zone(), at, entries, exits);
        }
    }

    /** Moves people over a line: into the zones that it leads into, out of those that it leads out of. */
    private static void move(Sensor line, int in, int out, Instant at, Changes changes) {
        for (Crossing crossing : line.crossings) {
            ZoneNode zone = crossing.zone();
            long people = (long) zone.flow + (crossing.inward() ? in - (long) out : out - (long) in);
            int flow = people(Math.max(0, people));
            if (flow != zone.flow) {
                zone.flow = flow;
                changes.flow(zone);
            }
        }
        for (ZoneNode zone : line.touches) {
            int entries = 0;
            int exits = 0;
            for (Crossing crossing : line.crossings) {
                if (crossing.zone() == zone) {
                    entries = crossing.inward() ? in : out;
                    exits = crossing.inward() ? out : in;
                }
            }
            changes.recount(zone, at, entries, exits);
        }
    }

    private static int people(long people) {
        return (int) Math.min(Integer.MAX_VALUE, people);
    }
}
