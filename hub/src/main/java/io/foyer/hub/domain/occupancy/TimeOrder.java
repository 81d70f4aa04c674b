package io.foyer.hub.domain.occupancy;

import java.util.function.BinaryOperator;

/** For collectors that take their items one by one in order of time. Their partial results cannot be combined. */
public final class TimeOrder {
    private TimeOrder() {}

    /** The combiner of such a collector. A sequential stream never calls it. */
    public static <T> BinaryOperator<T> only() {
        return (first, second) -> {
            throw new IllegalStateException("in order only, not in parallel");
        };
    }
}
