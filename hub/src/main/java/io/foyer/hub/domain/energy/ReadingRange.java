package io.foyer.hub.domain.energy;

import java.util.List;

/**
 * A meter's readings, of every verdict, from one instant to another, as the journal has them.
 *
 * @param rows in order of time, without a gap
 * @param fromFirst true where the journal has none that is older
 * @param toNewest true where the journal has none that is newer
 */
public record ReadingRange(List<JudgedReading> rows, boolean fromFirst, boolean toNewest) {
    public ReadingRange {
        rows = List.copyOf(rows);
    }
}
