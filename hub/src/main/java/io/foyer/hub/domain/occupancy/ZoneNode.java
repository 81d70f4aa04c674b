package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.BalanceState.BalanceKey;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import io.foyer.hub.domain.occupancy.LineStretch.SureCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A zone in the tree of zones, with the sensors that measure the zone. */
final class ZoneNode {
    static final Comparator<ZoneNode> DEEPEST_FIRST =
            Comparator.comparingInt((ZoneNode zone) -> -zone.depth).thenComparing(zone -> zone.zone);

    /** Badges are believed after so many entries. */
    private static final double LEAST_ENTRIES = 20;

    final String zone;
    final @Nullable ZoneNode parent;

    /** The zone that holds this one and that no other zone holds. */
    final ZoneNode root;

    /** Of a root: somewhere in it a history plays. */
    boolean plays;

    /** The zone's capacity; null where the site file names none. */
    final @Nullable Integer places;

    /** The number of zones above this one. */
    final int depth;

    /** The zones directly in this one that a sensor measures. */
    final List<ZoneNode> children = new ArrayList<>();

    final List<OccupancySensor> counters = new ArrayList<>();
    final List<OccupancySensor> lines = new ArrayList<>();
    final List<OccupancySensor> presences = new ArrayList<>();

    /** True where the lines at the border tell nothing that the lines of other zones do not tell. */
    boolean repeatsBorders;

    /** When the newest point of the step function begins. */
    Instant lastPoint = Instant.MIN;

    /** The count from the newest point on; null where unknown. */
    @Nullable Integer lastCount;

    /** The count that viewers saw last. */
    ZoneCount shown;

    /** The newest points of a zone that one sensor alone measures. Late counts need them. */
    final TreeMap<Instant, @Nullable Integer> recent = new TreeMap<>();

    final ZoneAccuracy accuracy;

    /** The last count of which something or somebody was sure; null where that was before the start. */
    @Nullable SureCount sure;

    private BorderBalance lineBalance;
    private BorderBalance badgeBalance;
    private final ZoneEstimate present = new ZoneEstimate();
    private final ZoneEstimate past = new ZoneEstimate();

    ZoneNode(String zone, @Nullable ZoneNode parent, @Nullable Integer places) {
        this.zone = zone;
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        this.places = places;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.shown = ZoneCount.unheard(zone);
        this.accuracy = new ZoneAccuracy(zone);
        this.lineBalance = new BorderBalance(BalanceState.none(new BalanceKey(zone, BalanceSource.LINES)));
        this.badgeBalance = new BorderBalance(BalanceState.none(new BalanceKey(zone, BalanceSource.BADGES)));
    }

    /** The zone and all zones in it that a sensor measures. */
    List<ZoneNode> whole() {
        List<ZoneNode> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.whole()));
        return all;
    }

    /** False where no sensor measures the zone or a zone in it. */
    boolean isMeasured() {
        return !counters.isEmpty() || !lines.isEmpty() || !presences.isEmpty() || !children.isEmpty();
    }

    /** True where this sensor alone says how many people there are. */
    boolean isOnly(OccupancySensor sensor) {
        if (!counters.isEmpty()) {
            return counters.size() == 1 && counters.contains(sensor);
        }
        return lines.isEmpty() && presences.size() == 1 && presences.contains(sensor) && children.isEmpty();
    }

    /** The estimate for the present, or for the end of the sensors' histories. It is the same while none plays. */
    ZoneEstimate estimate(boolean now) {
        return now || !root.plays ? present : past;
    }

    /** The people by the lines at the border of the zone. */
    BorderBalance lineBalance() {
        return lineBalance;
    }

    /** The people whom badges lead through doors into the zone and out of it. */
    BorderBalance badgeBalance() {
        return badgeBalance;
    }

    List<BorderBalance> balances() {
        return List.of(lineBalance, badgeBalance);
    }

    /**
     * The people in the zone by badges. Where lines see more entries than badges do, as many people come without a badge,
     * and are added. Nothing is told before both were compared for a night, or where most people come without a badge.
     */
    Measurement badged() {
        double byLines = lineBalance.learned().entries();
        double byBadges = badgeBalance.learned().entries();
        if (byBadges < LEAST_ENTRIES || byBadges < byLines / 2) {
            return Measurement.NONE;
        }
        double share = Math.min(1, byBadges / byLines);
        double people = badgeBalance.people() / share;
        double without = people * (1 - share);
        return new Measurement(people, badgeBalance.variance() / (share * share) + without + without * without / 4);
    }

    /** Goes on from the balances that the store kept. */
    void restore(Map<BalanceKey, BalanceState> kept) {
        lineBalance = restored(kept, BalanceSource.LINES);
        badgeBalance = restored(kept, BalanceSource.BADGES);
    }

    private BorderBalance restored(Map<BalanceKey, BalanceState> kept, BalanceSource source) {
        BalanceKey key = new BalanceKey(zone, source);
        BalanceState state = kept.get(key);
        return new BorderBalance(state == null ? BalanceState.none(key) : state);
    }

    /** How many desks and booths of the zone, and of the zones in the zone, are surely in use. */
    int seatsTaken() {
        int taken = 0;
        for (OccupancySensor sensor : presences) {
            SensorState source = sensor.source();
            Integer people = source == null || !sensor.isPresent() ? null : source.present();
            taken += people == null ? 0 : people;
        }
        for (ZoneNode child : children) {
            taken += child.seatsTaken();
        }
        return taken;
    }

    /** Whether somebody is at a desk, by each of the zone's own presence sensors whose value is known now. */
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

    /** The zone's count at an instant, 0 where it was unknown; null where the zone does not remember so far back. */
    @Nullable Integer countAt(Instant at) {
        Map.Entry<Instant, @Nullable Integer> point = recent.floorEntry(at);
        if (point == null) {
            return recent.size() < CountPoint.CHANGEABLE ? 0 : null;
        }
        return Objects.requireNonNullElse(point.getValue(), 0);
    }

    /**
     * True where the zone remembers its newest points. Late counts need them in a zone that only its own sensors count.
     */
    boolean remembers() {
        return lines.isEmpty() && children.isEmpty();
    }

    void remember(Instant at, @Nullable Integer count) {
        recent.put(at, count);
        if (recent.size() > CountPoint.CHANGEABLE) {
            recent.pollFirstEntry();
        }
    }

    /** Takes a point from before a restart; the newest one comes last. */
    void recall(CountPoint point) {
        lastPoint = point.at();
        if (remembers()) {
            remember(point.at(), point.count());
        }
    }

    /** Moves the end of the step function forward, never back. */
    void reach(Instant at) {
        lastPoint = at.isAfter(lastPoint) ? at : lastPoint;
    }

    /** Goes on from what {@code before} knew. */
    void takeOver(ZoneNode before) {
        accuracy.restore(before.accuracy.state());
        lineBalance = before.lineBalance;
        badgeBalance = before.badgeBalance;
        lastPoint = before.lastPoint;
        lastCount = before.lastCount;
        shown = before.shown;
        recent.putAll(before.recent);
    }
}
