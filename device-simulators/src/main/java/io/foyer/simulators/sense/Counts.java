package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.sense.Lines.Crossing;
import io.foyer.simulators.space.Sensor;
import io.foyer.simulators.space.Sensor.Camera;
import io.foyer.simulators.space.Sensor.Line;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What line counters and people counters say of a day: each change, and something once in a heartbeat. */
final class Counts {
    private static final int GATHER_S = 20;

    private final Space space;
    private final long seed;
    private final Faults faults;
    private final Reporting reporting;

    Counts(Space space, long seed, Faults faults, Reporting reporting) {
        this.space = space;
        this.seed = seed;
        this.faults = faults;
        this.reporting = reporting;
    }

    List<Signal> of(Day day) {
        List<Signal> signals = new ArrayList<>();
        for (Sensor sensor : space.sensors()) {
            if (sensor instanceof Line line) {
                signals.addAll(line(day, line));
            } else if (sensor instanceof Camera camera) {
                signals.addAll(camera(day, camera));
            }
        }
        return signals;
    }

    /** Whether a line tells running totals or steps. Those between floors and to the outside always tell totals. */
    private boolean totals(Line line) {
        Zone to = space.zones().get(line.to());
        return line.from().equals(Zone.OUTSIDE)
                || to == null
                || to.isFloor()
                || !to.kind().equals("office");
    }

    private List<Signal> line(Day day, Line line) {
        TreeMap<Integer, Crossing> gathered = new TreeMap<>();
        for (Crossing crossing : day.crossings()) {
            if (crossing.device().equals(line.device())) {
                int told = Math.min(DayPlan.SECONDS - 1, (crossing.second() / GATHER_S + 1) * GATHER_S);
                gathered.merge(
                        told,
                        crossing,
                        (a, b) -> new Crossing(a.device(), a.second(), a.in() + b.in(), a.out() + b.out()));
            }
        }
        Heartbeat.of(line.device(), reporting.heartbeat(), gathered.keySet())
                .forEach(second -> gathered.putIfAbsent(second, new Crossing(line.device(), second, 0, 0)));
        long in = day.registers().in().getOrDefault(line.device(), 0L);
        long out = day.registers().out().getOrDefault(line.device(), 0L);
        boolean totals = totals(line);
        List<Signal> signals = new ArrayList<>();
        for (Map.Entry<Integer, Crossing> told : gathered.entrySet()) {
            in += told.getValue().in();
            out += told.getValue().out();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(totals ? "totalIn" : "in", totals ? in : told.getValue().in());
            fields.put(
                    totals ? "totalOut" : "out", totals ? out : told.getValue().out());
            Signal signal = Say.at(day, line.device(), "count", told.getKey(), fields);
            // Of several lines that tell at one moment, the one that was crossed first goes first.
            int crossed =
                    Math.max(0, GATHER_S - (told.getKey() - told.getValue().second()));
            Instant at = signal.at().plusMillis(crossed);
            signals.add(signal.stamped(at).dueAt(at));
        }
        return signals;
    }

    private List<Signal> camera(Day day, Camera camera) {
        Chance chance =
                Chance.of(seed, "camera", camera.device(), day.plan().date().toEpochDay());
        int[] truth = day.people().samples(camera.zone(), reporting.camera());
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        int before = -1;
        int phase = chance.between(0, reporting.camera() - 1);
        for (int i = 0; i < truth.length; i++) {
            int people = truth[i];
            if (people > 0 && chance.happens(faults.misseen())) {
                people += chance.happens(0.5) ? 1 : -1;
            }
            if (people != before) {
                seen.put(i * reporting.camera() + phase, people);
                before = people;
            }
        }
        for (int second : Heartbeat.of(camera.device(), reporting.heartbeat(), seen.keySet())) {
            Map.Entry<Integer, Integer> last = seen.floorEntry(second);
            seen.putIfAbsent(second, last == null ? 0 : last.getValue());
        }
        List<Signal> signals = new ArrayList<>();
        seen.forEach((second, people) ->
                signals.add(Say.at(day, camera.device(), "count", second, Map.of("present", people))));
        return signals;
    }
}
