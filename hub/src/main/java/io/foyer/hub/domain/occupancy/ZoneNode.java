package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A zone with what measures it. The first of these that the site file gives it counts: its own people counters, the
 * lines that cross its border, its own presence sensors together with the zones in it. Zones that nothing measures are
 * left out of the sum.
 *
 * <p>The confidence is a plain statement about kinds of sensor, not a measurement: a counter that sees the whole zone
 * 0.9, a presence sensor 0.8 (it sees its desk, not who stands beside it), lines 0.6 (every missed person stays missed),
 * times the known share of the parts.
 */
final class ZoneNode {
    private static final double ABSOLUTE = 0.9;
    private static final double PRESENCE = 0.8;
    private static final double FLOW = 0.6;

    final String zone;
    final @Nullable ZoneNode parent;

    /** The zones in it that something measures. */
    final List<ZoneNode> children = new ArrayList<>();

    final List<OccupancySensor> counters = new ArrayList<>();
    final List<OccupancySensor> lines = new ArrayList<>();
    final List<OccupancySensor> presences = new ArrayList<>();
    int flow;

    /** When the newest point of its step function begins. */
    Instant lastPoint = Instant.MIN;

    private NodeValue present = NodeValue.NEVER;
    private NodeValue known = NodeValue.NEVER;
    private Map<String, Boolean> taken = Map.of();

    /**
     * A count of parts.
     *
     * @param people null where no part is known
     * @param share of the parts that are known, 0 to 1
     * @param asOf of the newest observation, or where none is known since when; null where nothing was ever heard
     */
    private record NodeValue(
            @Nullable Integer people,
            double share,
            double confidence,
            @Nullable Instant asOf) {
        static final NodeValue NEVER = new NodeValue(null, 0, 0, null);
    }

    ZoneNode(String zone, @Nullable ZoneNode parent) {
        this.zone = zone;
        this.parent = parent;
    }

    /** False where nothing ever measures it; true for a zone that holds a measured one. */
    boolean isMeasured() {
        return !counters.isEmpty() || !lines.isEmpty() || !presences.isEmpty() || !children.isEmpty();
    }

    /** True where this sensor alone says how many there are. */
    boolean isOnly(OccupancySensor sensor) {
        if (!counters.isEmpty()) {
            return counters.size() == 1 && counters.contains(sensor);
        }
        return lines.isEmpty() && presences.size() == 1 && presences.contains(sensor) && children.isEmpty();
    }

    /** Counts again from its sensors and from what the zones in it counted last. */
    void count() {
        present = value(true);
        known = value(false);
        taken = presences.isEmpty() ? Map.of() : takenNow();
    }

    private Map<String, Boolean> takenNow() {
        Map<String, Boolean> now = new HashMap<>();
        for (OccupancySensor sensor : presences) {
            SensorState source = sensor.source();
            Integer people = source == null || !sensor.isPresent() ? null : source.present();
            if (people != null) {
                now.put(sensor.device.id(), people > 0);
            }
        }
        return now;
    }

    /** Moves the end of the step function on, never back. */
    void reach(Instant at) {
        lastPoint = at.isAfter(lastPoint) ? at : lastPoint;
    }

    /** Goes on from what {@code before} counted. */
    void takeOver(ZoneNode before) {
        flow = before.flow;
        lastPoint = before.lastPoint;
        present = before.present;
        known = before.known;
        taken = before.taken;
    }

    /** The count at the end of its step function; null where unknown. */
    @Nullable Integer known() {
        return known.people();
    }

    ZoneCount present() {
        Integer people = present.people();
        CountState state =
                people == null ? CountState.UNKNOWN : present.share() < 1 ? CountState.PARTIAL : CountState.OK;
        return new ZoneCount(zone, people, state, present.confidence(), present.asOf(), taken);
    }

    private NodeValue value(boolean now) {
        if (!counters.isEmpty()) {
            return of(counters, now, ABSOLUTE);
        }
        if (!lines.isEmpty()) {
            NodeValue value = of(lines, now, FLOW);
            return value.people() == null
                    ? value
                    : new NodeValue(flow, value.share(), value.confidence(), value.asOf());
        }
        List<NodeValue> parts = new ArrayList<>();
        if (!presences.isEmpty()) {
            parts.add(of(presences, now, PRESENCE));
        }
        for (ZoneNode child : children) {
            parts.add(now ? child.present : child.known);
        }
        return sum(parts);
    }

    private static NodeValue of(List<OccupancySensor> sensors, boolean now, double confidence) {
        List<NodeValue> parts = new ArrayList<>(sensors.size());
        for (OccupancySensor sensor : sensors) {
            SensorState source = sensor.source();
            boolean counts = now ? sensor.isPresent() : sensor.isKnown();
            if (source == null) {
                parts.add(NodeValue.NEVER);
            } else if (counts) {
                Integer people = source.present();
                parts.add(new NodeValue(people == null ? 0 : people, 1, confidence, source.at()));
            } else {
                parts.add(new NodeValue(null, 0, 0, sensor.unknownSince()));
            }
        }
        return sum(parts);
    }

    private static NodeValue sum(List<NodeValue> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        long people = 0;
        double share = 0;
        double confidence = 0;
        Instant asOf = null;
        Instant since = null;
        for (NodeValue part : parts) {
            Integer some = part.people();
            share += part.share();
            confidence += part.confidence();
            if (some == null) {
                since = newer(since, part.asOf());
            } else {
                people += some;
                asOf = newer(asOf, part.asOf());
            }
        }
        int all = Math.max(1, parts.size());
        return share == 0
                ? new NodeValue(null, 0, 0, since)
                : new NodeValue((int) Math.min(Integer.MAX_VALUE, people), share / all, confidence / all, asOf);
    }

    private static @Nullable Instant newer(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
