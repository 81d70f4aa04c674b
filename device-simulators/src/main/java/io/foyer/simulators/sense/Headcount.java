package io.foyer.simulators.sense;

import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.space.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The truth about one day: how many people are in each zone, with all that it holds, from which second on. */
public final class Headcount {
    /** From this second of the day on so many. */
    public record Change(int second, int people) {}

    private final Map<String, List<Change>> changes = new HashMap<>();

    public static Headcount of(Space space, DayPlan plan) {
        Headcount count = new Headcount();
        for (Move move : plan.moves()) {
            List<String> left = space.up(move.step().from());
            List<String> entered = space.up(move.step().to());
            left.stream().filter(zone -> !entered.contains(zone)).forEach(zone -> count.add(zone, move.second(), -1));
            entered.stream().filter(zone -> !left.contains(zone)).forEach(zone -> count.add(zone, move.second(), 1));
        }
        return count;
    }

    private void add(String zone, int second, int people) {
        List<Change> list = changes.computeIfAbsent(zone, key -> new ArrayList<>());
        Change last = list.isEmpty() ? new Change(0, 0) : list.get(list.size() - 1);
        Change next = new Change(second, last.people + people);
        if (!list.isEmpty() && last.second == second) {
            list.set(list.size() - 1, next);
        } else {
            list.add(next);
        }
    }

    /** In the order of time; before the first it is 0. */
    public List<Change> of(String zone) {
        return Collections.unmodifiableList(changes.getOrDefault(zone, List.of()));
    }

    /** How many there are at each multiple of {@code every} seconds. */
    int[] samples(String zone, int every) {
        int[] samples = new int[DayPlan.SECONDS / every];
        int people = 0;
        int next = 0;
        List<Change> list = of(zone);
        for (int i = 0; i < samples.length; i++) {
            while (next < list.size() && list.get(next).second <= i * every) {
                people = list.get(next++).people;
            }
            samples[i] = people;
        }
        return samples;
    }
}
