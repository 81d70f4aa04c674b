package io.foyer.simulators.play;

import io.foyer.simulators.sense.Signal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What meters show when simulated time runs faster than the clock. */
public final class Registers {
    private static final Set<String> KEYS = Set.of("energyKwh", "volumeM3", "rxBytes", "txBytes");

    private final boolean pressed;
    private final Map<String, Double> first = new HashMap<>();

    private Registers(boolean pressed) {
        this.pressed = pressed;
    }

    /** As simulated: what is said does not depend on the speed, but a hub books no more than a meter's fuse lets through. */
    public static Registers asSimulated() {
        return new Registers(false);
    }

    /** Rising from their first value by the clock, as the power says: so the hub books a fast day, too. */
    public static Registers byTheClock() {
        return new Registers(true);
    }

    Map<String, Object> of(Signal signal, double speed) {
        if (!pressed || speed == 1 || !signal.leaf().equals("meter")) {
            return signal.fields();
        }
        Map<String, Object> fields = new LinkedHashMap<>(signal.fields());
        fields.replaceAll((key, value) -> KEYS.contains(key) ? risen(signal.device() + key, value, speed) : value);
        return fields;
    }

    private Object risen(String register, Object value, double speed) {
        double now = ((Number) value).doubleValue();
        double from = first.computeIfAbsent(register, key -> now);
        double shown = from + (now - from) / speed;
        if (value instanceof Long) {
            return Math.round(shown);
        }
        return Math.rint(shown * 1000) / 1000;
    }
}
