package io.foyer.hub.domain.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values, each of which counts as much as its weight. */
final class WeightedSample {
    private record WeightedValue(double value, double weight) {}

    private final List<WeightedValue> values = new ArrayList<>();
    private double weight;
    private boolean isSorted;

    /** A value that is not known is left out. */
    void add(double value, double itsWeight) {
        if (!Double.isNaN(value)) {
            values.add(new WeightedValue(value, itsWeight));
            weight += itsWeight;
            isSorted = false;
        }
    }

    double weight() {
        return weight;
    }

    /** The value below which such a share of the weight lies, half of its own included; between two, on the line. */
    double quantile(double share) {
        if (!isSorted) {
            values.sort(Comparator.comparingDouble(WeightedValue::value));
            isSorted = true;
        }
        double sought = share * weight;
        double place = 0;
        double placeBefore = 0;
        double passed = 0;
        for (int i = 0; i < values.size(); i++) {
            WeightedValue here = values.get(i);
            place = passed + here.weight() / 2;
            if (place >= sought) {
                double before = i == 0 ? here.value() : values.get(i - 1).value();
                return i == 0
                        ? before
                        : before + (here.value() - before) * (sought - placeBefore) / (place - placeBefore);
            }
            placeBefore = place;
            passed += here.weight();
        }
        return values.get(values.size() - 1).value();
    }

    /** Of how far the values lie from another. */
    double meanDistance(double from) {
        return values.stream()
                        .mapToDouble(each -> each.weight() * Math.abs(each.value() - from))
                        .sum()
                / weight;
    }
}
