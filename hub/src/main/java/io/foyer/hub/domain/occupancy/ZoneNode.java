package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A zone of the tree with the sensors that measure the zone. */
final class ZoneNode {
    private static final int MOST_RECENT = 32;
    private static final double FORGETTING = 0.95;

    final String zone;
    final @Nullable ZoneNode parent;

    /** How many zones hold this one. */
    final int depth;

    /** The zones in this one that something measures. */
    final List<ZoneNode> children = new ArrayList<>();

    final List<OccupancySensor> counters = new ArrayList<>();
    final List<OccupancySensor> lines = new ArrayList<>();
    final List<OccupancySensor> presences = new ArrayList<>();

    /** When the newest point of the step function begins. */
    Instant lastPoint = Instant.MIN;

    /** The count at that point; null where unknown. */
    @Nullable Integer lastCount;

    /** What viewers were shown last. */
    ZoneCount shown;

    /** The newest points of a zone that one sensor alone measures, for what comes late. */
    final TreeMap<Instant, @Nullable Integer> recent = new TreeMap<>();

    private double lineError;
    private double stayError;
    private LineBalance balance;
    private final ZoneEstimate present = new ZoneEstimate();
    private final ZoneEstimate past = new ZoneEstimate();

    ZoneNode(String zone, @Nullable ZoneNode parent) {
        this.zone = zone;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.shown = ZoneCount.unheard(zone);
        this.balance = new LineBalance(BalanceState.none(zone));
    }

    /** False where nothing ever measures the zone; true for a zone that holds a measured one. */
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

    /** Of the present, or of the end of what the sensors told. */
    ZoneEstimate estimate(boolean now) {
        return now ? present : past;
    }

    LineBalance balance() {
        return balance;
    }

    void balance(BalanceState state) {
        balance = new LineBalance(state);
    }

    /** The other sensors in the zone correct the balance. True where the balance moved. */
    boolean correct(Instant at) {
        double witness = present.witness;
        if (lines.isEmpty() || !counters.isEmpty() || Double.isNaN(witness)) {
            return false;
        }
        return balance.correct(witness, present.witnessVariance, at);
    }

    /** A camera has looked again: did the lines foresee the look better than the last look did? */
    void compare(int seen, int before) {
        lineError = FORGETTING * lineError + Math.abs(seen - balance.people());
        stayError = FORGETTING * stayError + Math.abs(seen - before);
    }

    /** False where people also pass where no line counts, so that the lines lead away from what the camera sees. */
    boolean isFollowedByLines() {
        return lineError <= stayError;
    }

    /** By presence sensor of the zone's own, those that are known now: whether somebody is there. */
    Map<String, Boolean> taken() {
        if (presences.isEmpty()) {
            return Map.of();
        }
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

    /** What the zone counted at an instant: nobody where that was unknown. Null where that is not remembered. */
    @Nullable Integer countAt(Instant at) {
        Map.Entry<Instant, @Nullable Integer> point = recent.floorEntry(at);
        if (point == null) {
            return recent.size() < MOST_RECENT ? 0 : null;
        }
        return Objects.requireNonNullElse(point.getValue(), 0);
    }

    /** Whether the newest points are remembered: late counts need those of a zone that only its own sensors count. */
    boolean remembers() {
        return lines.isEmpty() && children.isEmpty();
    }

    void remember(Instant at, @Nullable Integer count) {
        recent.put(at, count);
        if (recent.size() > MOST_RECENT) {
            recent.pollFirstEntry();
        }
    }

    /** Moves the end of the step function on, never back. */
    void reach(Instant at) {
        lastPoint = at.isAfter(lastPoint) ? at : lastPoint;
    }

    /** Goes on from what {@code before} knew. */
    void takeOver(ZoneNode before) {
        balance = before.balance;
        lineError = before.lineError;
        stayError = before.stayError;
        lastPoint = before.lastPoint;
        lastCount = before.lastCount;
        shown = before.shown;
        recent.putAll(before.recent);
    }
}
