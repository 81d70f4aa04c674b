package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.BuildingItem;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.flow.MeterTree;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The electricity of a site by the items of the building. The items and the rest add up to the total, to the last digit.
 *
 * @param total mWh of the main meters
 * @param byItem mWh of each of the four items
 */
public record ItemUse(long total, Map<BuildingItem, Long> byItem) {

    /** The meters of one walk down the tree. */
    private record Walk(
            MeterTree tree, Map<String, BuildingItem> items, Map<String, Long> used, EnumMap<BuildingItem, Long> sums) {

        /** What belongs to {@code above} loses what a meter with an item of its own takes out of it. */
        void down(Meter meter, @Nullable BuildingItem above) {
            BuildingItem own = items.get(meter.id());
            if (own != null && own != above) {
                long quantity = used.getOrDefault(meter.id(), 0L);
                sums.merge(own, quantity, Long::sum);
                if (above != null) {
                    sums.merge(above, -quantity, Long::sum);
                }
            }
            tree.below(meter).forEach(below -> down(below, own == null ? above : own));
        }
    }

    /**
     * Adds up the meters that have an item. A meter below belongs to the item of the meter above it, unless it has one of
     * its own.
     *
     * @param used mWh by meter
     */
    public static ItemUse of(MeterTree tree, Map<String, BuildingItem> items, Map<String, Long> used) {
        EnumMap<BuildingItem, Long> sums = new EnumMap<>(BuildingItem.class);
        for (BuildingItem item : BuildingItem.values()) {
            sums.put(item, 0L);
        }
        Walk walk = new Walk(tree, items, used, sums);
        long total = 0;
        for (Meter root : tree.roots()) {
            total += used.getOrDefault(root.id(), 0L);
            walk.down(root, null);
        }
        return new ItemUse(total, sums);
    }

    /** What no item has; negative where the meters of the items show more than the main meters. */
    public long rest() {
        return total - byItem.values().stream().mapToLong(Long::longValue).sum();
    }
}
