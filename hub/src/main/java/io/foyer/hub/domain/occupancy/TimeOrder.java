package io.foyer.hub.domain.occupancy;

import java.util.function.BinaryOperator;

/** Said by what takes things in their order of time, one by one: its parts cannot be put together afterwards. */
public final class TimeOrder {
    private TimeOrder() {}

    /** The combiner of such a collector, which is never called. */
    public static <T> BinaryOperator<T> only() {
        return (first, second) -> {
            throw new IllegalStateException("in order only, not in parallel");
        };
    }
}
