package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts a house again after one signal, and tells what changes: points of the step functions, and the counts that
 * viewers see. The step functions agree at every instant. A change before the newest point of a zone shifts the counts
 * since then, up to a day.
 */
final class ZoneRecount {
    private static final Duration LONGEST_SHIFT = Duration.ofDays(1);

    private final OccupancyEffects effects;
    private final Set<ZoneNode> dirty = new TreeSet<>(ZoneNode.DEEPEST_FIRST);
    private final Map<ZoneNode, BorderPassage> passages = new HashMap<>();
    /** By how much this signal moves the counts of zones as of its instant. */
    private final Map<ZoneNode, Integer> moved = new HashMap<>();

    private @Nullable Instant at;

    private record BorderPassage(int entries, int exits) {
        static final BorderPassage NOBODY = new BorderPassage(0, 0);
    }

    ZoneRecount(OccupancyEffects effects) {
        this.effects = effects;
    }

    /** Writes the last state of a sensor; null where there is nothing to write. */
    void source(@Nullable SensorState source) {
        if (source != null) {
            effects.source(source);
        }
    }

    /** Writes the accuracy of a zone; null where nothing has changed. */
    void accuracy(@Nullable AccuracyState state) {
        if (state != null) {
            effects.accuracy(state);
        }
    }

    void fault(SensorFault fault) {
        effects.fault(fault);
    }

    void point(CountPoint point) {
        effects.counted(point);
    }

    /**
     * Raises the counts of a zone in [from, until) by {@code delta}. Nothing happens where this is longer than {@link
     * #LONGEST_SHIFT}: each message of a long late history would write the whole past after it again.
     */
    void shift(ZoneNode zone, Instant from, Instant until, int delta) {
        if (delta != 0 && from.isBefore(until) && !until.isAfter(from.plus(LONGEST_SHIFT))) {
            effects.shifted(zone.zone, from, until, delta);
            zone.reach(until);
        }
    }

    void passed(ZoneNode zone, Instant when, int entries, int exits) {
        if (entries > 0 || exits > 0) {
            effects.passed(zone.zone, when, entries, exits);
        }
    }

    /** Marks every zone that a sensor can change, to be counted again as of an instant. */
    void zones(OccupancySensor sensor, Instant when) {
        begin(when);
        dirty.addAll(sensor.touches);
    }

    /** Marks a zone and all zones above it, to be counted again as of an instant. */
    void zone(ZoneNode zone, Instant when) {
        begin(when);
        for (ZoneNode above = zone; above != null; above = above.parent) {
            dirty.add(above);
        }
    }

    /**
     * People pass the border of a zone. The balance of the zone's lines moves; people whom a later sure count includes
     * only change the past up to that count.
     */
    void passage(ZoneNode zone, Instant when, int entries, int exits) {
        boolean moves = zone.lineBalance().pass(entries, exits, when);
        balance(zone.lineBalance());
        if (moves) {
            zone(zone, when);
            passages.merge(
                    zone,
                    new BorderPassage(entries, exits),
                    (a, b) -> new BorderPassage(a.entries + b.entries, a.exits + b.exits));
        } else {
            passed(zone, when, entries, exits);
            shift(zone, when, zone.lineBalance().since(), entries - exits);
        }
    }

    /**
     * A badge leads a person out of some zones and into others. The entries and exits of the history are those of the
     * lines.
     */
    void walk(Set<ZoneNode> from, Set<ZoneNode> to, Instant when) {
        from.stream().filter(zone -> !to.contains(zone)).forEach(zone -> walk(zone, when, 0, 1));
        to.stream().filter(zone -> !from.contains(zone)).forEach(zone -> walk(zone, when, 1, 0));
        finish();
    }

    private void walk(ZoneNode zone, Instant when, int entries, int exits) {
        if (zone.badgeBalance().pass(entries, exits, when)) {
            zone(zone, when);
            balance(zone.badgeBalance());
        }
    }

    /** Writes a balance that has changed. */
    void balance(BorderBalance balance) {
        effects.balance(balance.state());
    }

    /** Counts every zone after a restart. Viewers and the store know the counts already. */
    static void restore(Collection<ZoneNode> zones) {
        Set<ZoneNode> all = new TreeSet<>(ZoneNode.DEEPEST_FIRST);
        all.addAll(zones);
        Reconciliation.run(all, new HashSet<>());
        for (ZoneNode zone : all) {
            zone.lastCount = zone.estimate(false).count;
            zone.shown =
                    zone.estimate(true).count(zone).with(zone.accuracy.state().shares());
        }
    }

    private void begin(Instant when) {
        if (at != null && !at.equals(when)) {
            finish();
        }
        at = when;
    }

    /** Counts the marked zones. Afterwards no zone is marked. */
    void finish() {
        Instant when = at;
        if (when == null) {
            return;
        }
        Set<ZoneNode> counted = new LinkedHashSet<>(dirty);
        Reconciliation.run(dirty, counted);
        List<ZoneNode> all = new ArrayList<>(counted);
        all.sort(ZoneNode.DEEPEST_FIRST);
        for (ZoneNode zone : all) {
            tell(zone, when, passages.getOrDefault(zone, BorderPassage.NOBODY));
        }
        dirty.clear();
        passages.clear();
        moved.clear();
        at = null;
    }

    /**
     * What a zone counted then that counts nobody now; null where that is not known. A zone that only the zones in it
     * count moves by as much as they do.
     */
    private @Nullable Integer countAt(ZoneNode zone, Instant when, @Nullable Integer count) {
        if (zone.remembers() || !zone.lines.isEmpty() || count == null) {
            return zone.remembers() ? zone.countAt(when) : null;
        }
        return count
                - zone.children.stream()
                        .mapToInt(child -> moved.getOrDefault(child, 0))
                        .sum();
    }

    private void tell(ZoneNode zone, Instant when, BorderPassage passage) {
        Integer count = zone.estimate(false).count;
        Integer before = zone.lastCount;
        boolean changed = !Objects.equals(before, count);
        boolean passed = passage.entries > 0 || passage.exits > 0;
        boolean late = when.isBefore(zone.lastPoint);
        if (late) {
            passed(zone, when, passage.entries, passage.exits);
            Integer then = before == null ? countAt(zone, when, count) : before;
            if (changed && then != null && count != null) {
                shift(zone, when, zone.lastPoint, count - then);
                moved.put(zone, count - then);
            }
        } else if (changed && count != null) {
            moved.put(zone, count - Objects.requireNonNullElse(before, 0));
        }
        if (changed || (passed && !late)) {
            zone.reach(when);
            zone.lastCount = count;
            if (zone.remembers()) {
                zone.remember(zone.lastPoint, count);
            }
            point(new CountPoint(
                    zone.zone, zone.lastPoint, count, late ? 0 : passage.entries, late ? 0 : passage.exits));
        }
        ZoneCount now = zone.estimate(true).count(zone);
        // Accuracy alone is no news: it goes with the next change.
        if (!now.equals(zone.shown.with(null))) {
            zone.shown = now.with(zone.accuracy.state().shares());
            effects.show(zone.shown);
        }
    }
}
