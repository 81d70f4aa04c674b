package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.space.Sensor.Line;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which line counters a step crosses, and what they make of it. */
final class Lines {
    private final Space space;
    private final List<Line> lines;
    private final Map<String, List<Hit>> hits = new ConcurrentHashMap<>();

    /** A line and the direction in which it is crossed. */
    private record Hit(Line line, boolean in) {}

    /** What a line counter counted at a moment. */
    record Crossing(String device, int second, int in, int out) {}

    Lines(Space space) {
        this.space = space;
        this.lines = space.sensors().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    List<Line> all() {
        return lines;
    }

    List<Crossing> crossings(DayPlan plan, Faults faults, long seed) {
        Chance chance = Chance.of(seed, "lines", plan.date().toEpochDay());
        List<Crossing> crossings = new ArrayList<>();
        for (Move move : plan.moves()) {
            for (Hit hit : hits(move.step().from(), move.step().to())) {
                double missed = hit.in ? faults.missedIn() : faults.missedOut();
                int times = chance.happens(missed) ? 0 : chance.happens(faults.doubled()) ? 2 : 1;
                if (times > 0) {
                    crossings.add(
                            new Crossing(hit.line.device(), move.second(), hit.in ? times : 0, hit.in ? 0 : times));
                }
            }
        }
        return crossings;
    }

    private List<Hit> hits(String from, String to) {
        return hits.computeIfAbsent(from + ">" + to, key -> {
            List<Hit> found = new ArrayList<>();
            for (Line line : lines) {
                if (crosses(line, from, to)) {
                    found.add(new Hit(line, true));
                } else if (crosses(line, to, from)) {
                    found.add(new Hit(line, false));
                }
            }
            return found;
        });
    }

    /** Into what the line leads to, and past where it hangs: of two lines from one zone the nearer to the goal is it. */
    private boolean crosses(Line line, String from, String to) {
        boolean into = space.isWithin(to, line.to()) && !space.isWithin(from, line.to());
        boolean past = isIn(from, line.from()) || space.isWithin(line.to(), line.from());
        return into
                && past
                && lines.stream()
                        .noneMatch(other -> other.from().equals(line.from())
                                && !other.to().equals(line.to())
                                && space.isWithin(to, other.to())
                                && space.isWithin(other.to(), line.to()));
    }

    private boolean isIn(String zone, String holder) {
        return holder.equals(Zone.OUTSIDE) ? zone.equals(Zone.OUTSIDE) : space.isWithin(zone, holder);
    }
}
