package io.foyer.simulators.sense;

import java.util.Map;

/** The signal that a device says something at a second of a day. */
final class Say {
    private Say() {}

    static Signal at(Day day, String device, String leaf, int second, Map<String, Object> fields) {
        return Signal.of(device, leaf, id(day, leaf, second), day.at(second), fields);
    }

    /** One device says no two things of a kind in one second. */
    static String id(Day day, String leaf, int second) {
        return leaf.charAt(0) + "-" + Long.toString(day.at(second).getEpochSecond(), Character.MAX_RADIX);
    }
}
