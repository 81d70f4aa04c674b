package io.foyer.hub.backtest;

import io.foyer.hub.backtest.PlantedFault.PlantedDays;
import io.foyer.hub.domain.baseline.AnomalyCause;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what a way of looking for faults has found. */
final class FaultScore {
    /** What is told a day beside a fault is still of that fault. */
    private static final int SLACK = 1;

    private final Map<PlantedFault, Integer> planted = new EnumMap<>(PlantedFault.class);
    private final Map<PlantedFault, Integer> found = new EnumMap<>(PlantedFault.class);
    private final Map<PlantedFault, Integer> named = new EnumMap<>(PlantedFault.class);
    private int told;
    private int right;

    /**
     * Something that was told of.
     *
     * @param cause null where no cause is told
     */
    record ToldDays(int from, int to, @Nullable AnomalyCause cause) {
        private boolean isOf(PlantedDays fault) {
            return from <= fault.to() + SLACK && to >= fault.from() - SLACK;
        }
    }

    void add(List<PlantedDays> faults, List<ToldDays> all) {
        told += all.size();
        right += (int)
                all.stream().filter(one -> faults.stream().anyMatch(one::isOf)).count();
        for (PlantedDays fault : faults) {
            planted.merge(fault.fault(), 1, Integer::sum);
            List<ToldDays> ofIt = all.stream().filter(one -> one.isOf(fault)).toList();
            found.merge(fault.fault(), ofIt.isEmpty() ? 0 : 1, Integer::sum);
            boolean isNamed =
                    ofIt.stream().anyMatch(one -> one.cause() == fault.fault().cause());
            named.merge(fault.fault(), isNamed ? 1 : 0, Integer::sum);
        }
    }

    /** How many of those told are of a fault. */
    double precision() {
        return told == 0 ? 1 : right / (double) told;
    }

    /** How many of the faults were told. */
    double recall() {
        return sum(found) / (double) sum(planted);
    }

    /** How many of the faults found were told with their cause. */
    double naming() {
        return sum(named) / (double) sum(found);
    }

    private static int sum(Map<PlantedFault, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    String line(String title) {
        return String.format(
                Locale.ROOT,
                "%-34s told %4d, precision %.2f, recall %.2f, cause named %.2f",
                title,
                told,
                precision(),
                recall(),
                naming());
    }

    /** Of each kind how many were found, and named. */
    String kinds() {
        return Stream.of(PlantedFault.values())
                .map(fault ->
                        fault.title() + " " + found.get(fault) + " (" + named.get(fault) + ") of " + planted.get(fault))
                .collect(Collectors.joining(", "));
    }
}
