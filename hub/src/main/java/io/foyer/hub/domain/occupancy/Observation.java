package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.occupancy.Sensor.Crossing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an observation does to the zones of its sensor. */
final class Observation {
    private Observation() {}

    /** True where a device of this kind counts so. */
    static boolean fits(Device.Kind kind, Message message) {
        return switch (kind) {
            case LINE_COUNTER -> message instanceof Message.Totals || message instanceof Message.Steps;
            case PEOPLE_COUNTER -> message instanceof Message.Present;
            case PRESENCE -> message instanceof Message.Presence;
            case READER, CONTROLLER, METER, GATEWAY -> false;
        };
    }

    /** The sensor's newest observation. */
    static void newest(Sensor sensor, Message message, Instant at, Instant arrived, Changes changes) {
        Source before = sensor.source();
        Integer people = people(message);
        if (people != null) {
            changes.is(sensor.observe(people, null, null, at, arrived));
            changes.recount(sensor, at);
        } else if (message instanceof Message.Totals totals) {
            changes.is(sensor.observe(null, totals.in(), totals.out(), at, arrived));
            Long in = before == null ? null : before.totalIn();
            Long out = before == null ? null : before.totalOut();
            if (in == null || out == null || totals.in() < in || totals.out() < out) {
                changes.recount(sensor, at);
            } else {
                move(sensor, people(totals.in() - in), people(totals.out() - out), at, changes);
            }
        } else if (message instanceof Message.Steps steps) {
            Long in = before == null ? null : before.totalIn();
            Long out = before == null ? null : before.totalOut();
            changes.is(sensor.observe(null, in, out, at, arrived));
            move(sensor, steps.in(), steps.out(), at, changes);
        }
    }

    /** An observation from before the newest one: it enters the past, as far as it can, and leaves the present alone. */
    static void late(Sensor sensor, Message message, Instant at, Changes changes) {
        Source newest = sensor.source();
        Integer people = people(message);
        if (people != null && newest != null && at.isBefore(newest.at())) {
            ZoneNode zone = sensor.touches.get(0);
            if (zone.isOnly(sensor)) {
                changes.point(new Point(zone.zone, at, people, 0, 0));
                if (sensor.isKnown() && zone.lastPoint.isBefore(newest.at())) {
                    // The newest count changed nothing when it came, so nothing ends the late one yet.
                    zone.lastPoint = newest.at();
                    changes.point(new Point(zone.zone, newest.at(), zone.known(), 0, 0));
                }
            }
        } else if (message instanceof Message.Steps steps) {
            for (Crossing crossing : sensor.crossings) {
                int entries = crossing.inward() ? steps.in() : steps.out();
                int exits = crossing.inward() ? steps.out() : steps.in();
                changes.recount(crossing.zone(), at, entries, exits);
            }
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

    private static @Nullable Integer people(Message message) {
        if (message instanceof Message.Present present) {
            return present.people();
        }
        return message instanceof Message.Presence presence ? (presence.occupied() ? 1 : 0) : null;
    }

    private static int people(long people) {
        return (int) Math.min(Integer.MAX_VALUE, people);
    }
}
