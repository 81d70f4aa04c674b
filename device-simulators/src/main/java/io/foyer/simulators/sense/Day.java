package io.foyer.simulators.sense;

import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.sense.Lines.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One day with everything that devices measure of it, and the registers as they stood at its beginning.
 *
 * @param midnight at which it begins
 * @param rates by meter, for each minute: W, m³/h or bytes/s
 */
record Day(
        DayPlan plan,
        Instant midnight,
        Headcount people,
        List<Crossing> crossings,
        Map<String, double[]> rates,
        Registers registers) {

    Instant at(int second) {
        return midnight.plusSeconds(second);
    }
}
