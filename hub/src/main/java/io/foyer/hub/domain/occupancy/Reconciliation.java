package io.foyer.hub.domain.occupancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the zones of a house agree: the count of a zone is the sum of the zones in it and of its own place, in whole
 * people, and never below the number of people who are surely there.
 *
 * <p>Means and variances go up the tree; whole people come down. The parts share the difference between a total and
 * their sum by their variances: the least-squares adjustment of measurements under conditions (Gauss 1823), here on a
 * tree as in hierarchical reconciliation (Wickramasuriya, Athanasopoulos and Hyndman, MinT, JASA 2019, with a diagonal
 * covariance). Fractions become whole people by the largest remainders (Hamilton 1792). The cost of a signal grows with
 * the number of zones directly in the zones above, and with the number of zones whose count changes.
 */
final class Reconciliation {
    private final boolean now;
    private final Set<ZoneNode> dirty;
    private final Set<ZoneNode> changed;

    /**
     * @param now true for the present, false for the end of the sensors' histories
     * @param dirty the zones whose sensors have changed, and all zones above them. Each zone comes before the zone
     *     above it
     * @param changed takes the zones whose count changes
     */
    private Reconciliation(boolean now, Set<ZoneNode> dirty, Set<ZoneNode> changed) {
        this.now = now;
        this.dirty = dirty;
        this.changed = changed;
    }

    /** Counts the zones for the present, and where a history plays for its end too. */
    static void run(Set<ZoneNode> dirty, Set<ZoneNode> changed) {
        new Reconciliation(true, dirty, changed).run();
        Set<ZoneNode> played = new TreeSet<>(ZoneNode.DEEPEST_FIRST);
        for (ZoneNode zone : dirty) {
            boolean plays = zone.root.estimate(true).plays;
            if (zone.parent == null && plays != zone.plays) {
                zone.plays = plays;
                List<ZoneNode> all = zone.whole();
                changed.addAll(all);
                played.addAll(plays ? all : List.of());
            } else if (plays) {
                played.add(zone);
            }
        }
        if (!played.isEmpty()) {
            new Reconciliation(false, played, changed).run();
        }
    }

    private void run() {
        for (ZoneNode zone : dirty) {
            zone.estimate(now).weigh(zone, now);
        }
        for (ZoneNode zone : dirty) {
            if (zone.parent == null) {
                settle(zone, zone.estimate(now).total());
            }
        }
    }

    private void settle(ZoneNode zone, @Nullable Integer total) {
        ZoneEstimate estimate = zone.estimate(now);
        boolean same = Objects.equals(estimate.count, total);
        if (same && !dirty.contains(zone)) {
            return;
        }
        estimate.count = total;
        if (!same) {
            changed.add(zone);
        }
        Integer before = estimate.own;
        if (total == null) {
            estimate.own = null;
            zone.children.forEach(child -> settle(child, null));
        } else {
            share(zone, estimate, total);
        }
        if (!Objects.equals(before, estimate.own)) {
            changed.add(zone);
        }
    }

    private void share(ZoneNode zone, ZoneEstimate estimate, int total) {
        List<Share> shares = new ArrayList<>(zone.children.size() + 1);
        Share place = new Share(
                null, estimate.hasPlace ? estimate.placeMean : 0, estimate.placeVariance, estimate.placeFloor);
        for (ZoneNode child : zone.children) {
            ZoneEstimate part = child.estimate(now);
            if (part.known) {
                shares.add(new Share(child, part.mean, part.variance, part.floor));
            } else {
                settle(child, null);
            }
        }
        if (shares.isEmpty()) {
            estimate.own = total;
            return;
        }
        shares.add(place);
        Share.adjust(shares, total);
        estimate.own = estimate.hasPlace ? (Integer) place.people() : null;
        for (Share share : shares) {
            if (share.zone() != null) {
                settle(share.zone(), share.people());
            }
        }
    }
}
