package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** When a device repeats itself because it had nothing new to say for too long. */
final class Heartbeat {
    private Heartbeat() {}

    /** Seconds of the day, none of which is in {@code told}. Each device beats at a moment of its own. */
    static List<Integer> of(String device, int every, Collection<Integer> told) {
        TreeSet<Integer> all = new TreeSet<>(told);
        List<Integer> beats = new ArrayList<>();
        int last = Chance.of(0, "beat", device).between(0, every - 1) - every;
        for (int next : List.copyOf(all)) {
            last = fill(beats, last, next, every);
        }
        fill(beats, last, DayPlan.SECONDS, every);
        return beats;
    }

    private static int fill(List<Integer> beats, int last, int next, int every) {
        for (int beat = last + every; beat < next; beat += every) {
            beats.add(beat);
        }
        return next;
    }
}
