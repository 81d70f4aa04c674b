package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.space.Sensor;
import io.foyer.simulators.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What devices say of themselves, once a day. */
final class Statuses {
    private Statuses() {}

    static List<Signal> of(Space space, Day day) {
        Set<String> battery = space.sensors().stream()
                .filter(Sensor.Seat.class::isInstance)
                .map(Sensor::device)
                .collect(Collectors.toSet());
        List<Signal> signals = new ArrayList<>();
        for (String device : space.devices()) {
            Chance chance = Chance.of(0, "status", device);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("online", true);
            if (battery.contains(device)) {
                // A battery lasts for two years; each began at another time.
                long days = day.plan().date().toEpochDay() + chance.between(0, 699);
                fields.put("batteryPercent", 100 - days % 700 / 7);
            }
            fields.put("rssiDbm", chance.near(-62, 7));
            fields.put("firmware", "1.4." + chance.between(0, 3));
            signals.add(Say.at(day, device, "status", chance.between(0, DayPlan.SECONDS - 1), fields));
        }
        return signals;
    }
}
