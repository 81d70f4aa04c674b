package io.foyer.hub.domain.energy;

import java.util.List;

/**
 * All readings of a meter from one instant to another, with every verdict, as the journal has them.
 *
 * @param rows in order of time, without a gap
 * @param fromFirst true where the journal has no older reading
 * @param toNewest true where the journal has no newer reading
 */
public record ReadingRange(List<JudgedReading> rows, boolean fromFirst, boolean toNewest) {
    public ReadingRange {
        rows = List.copyOf(rows);
    }
}
