package io.foyer.hub.domain.occupancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the zones whose lines tell nothing new: their balance is a sum of balances of other zones, as that of a ground floor
 * with the entrance and the stairs is the balance of the house less the balances of the upper floors. Such a balance would
 * count the same errors twice. Zones with few lines, and then inner zones, come first and are kept (Gauss elimination).
 */
final class RepeatedBorders {
    private static final double NOTHING = 1e-9;

    private final List<OccupancySensor> columns;
    private final List<double[]> independent = new ArrayList<>();

    private RepeatedBorders(Collection<OccupancySensor> sensors) {
        columns = sensors.stream().filter(sensor -> !sensor.crossings.isEmpty()).toList();
    }

    static void mark(Collection<ZoneNode> zones, Collection<OccupancySensor> sensors) {
        RepeatedBorders borders = new RepeatedBorders(sensors);
        zones.stream()
                .filter(zone -> !zone.lines.isEmpty())
                .sorted(Comparator.comparingInt((ZoneNode zone) -> zone.lines.size())
                        .thenComparingInt(zone -> -zone.depth)
                        .thenComparing(zone -> zone.zone))
                .forEach(zone -> zone.repeatsBorders = !borders.isNew(zone));
    }

    private boolean isNew(ZoneNode zone) {
        double[] border = new double[columns.size()];
        for (int line = 0; line < border.length; line++) {
            for (LineCrossing crossing : columns.get(line).crossings) {
                if (crossing.zone() == zone) {
                    border[line] += crossing.inward() ? 1 : -1;
                }
            }
        }
        for (double[] known : independent) {
            int lead = lead(known);
            double times = border[lead] / known[lead];
            for (int i = 0; i < border.length && times != 0; i++) {
                border[i] -= times * known[i];
            }
        }
        boolean isNew = lead(border) < border.length;
        if (isNew) {
            independent.add(border);
        }
        return isNew;
    }

    private static int lead(double[] row) {
        int first = 0;
        while (first < row.length && Math.abs(row[first]) < NOTHING) {
            first++;
        }
        return first;
    }
}
