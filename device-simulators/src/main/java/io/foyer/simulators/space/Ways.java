package io.foyer.simulators.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How one walks from zone to zone. A zone is open to the one that holds it unless a door stands between them, but floors
 * only by doors. One comes into the house by a door that can be read on both sides.
 */
public final class Ways {
    private final Map<String, List<Step>> from = new HashMap<>();
    private final List<Door> entrances;

    public Ways(Space space) {
        List<Door> usual = space.doors().stream()
                .filter(door -> door.from().equals(Zone.OUTSIDE) && door.in() != null && door.out() != null)
                .toList();
        entrances = usual.isEmpty()
                ? space.doors().stream()
                        .filter(door -> door.from().equals(Zone.OUTSIDE) && door.in() != null)
                        .toList()
                : usual;
        for (Door door : space.doors()) {
            if (door.in() != null && (!door.from().equals(Zone.OUTSIDE) || entrances.contains(door))) {
                add(new Step(door.from(), door.to(), door, true));
                add(new Step(door.to(), door.from(), door, false));
            }
        }
        for (Zone zone : space.zones().values()) {
            String holder = zone.parent();
            boolean closed = space.doors().stream()
                    .anyMatch(door -> door.to().equals(zone.id()) && door.from().equals(holder));
            if (holder != null && !zone.isFloor() && !closed) {
                add(new Step(zone.id(), holder, null, false));
                add(new Step(holder, zone.id(), null, true));
            }
        }
    }

    /** The doors that the house is entered by, in the order of the site file. */
    public List<Door> entrances() {
        return entrances;
    }

    /** The shortest way; empty where there is none, or nothing to walk. */
    public List<Step> find(String start, String goal, Predicate<Step> allowed) {
        Map<String, Step> reachedBy = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty() && !reachedBy.containsKey(goal)) {
            for (Step step : from.getOrDefault(next.removeFirst(), List.of())) {
                if (!step.to().equals(start) && !reachedBy.containsKey(step.to()) && allowed.test(step)) {
                    reachedBy.put(step.to(), step);
                    next.addLast(step.to());
                }
            }
        }
        Deque<Step> way = new ArrayDeque<>();
        for (Step step = reachedBy.get(goal); step != null; step = reachedBy.get(step.from())) {
            way.addFirst(step);
        }
        return List.copyOf(way);
    }

    private void add(Step step) {
        from.computeIfAbsent(step.from(), zone -> new ArrayList<>()).add(step);
    }
}
