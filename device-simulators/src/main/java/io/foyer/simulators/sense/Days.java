package io.foyer.simulators.sense;

import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.day.DayPlanner;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.sense.Lines.Crossing;
import io.foyer.simulators.space.Sensor.Line;
import io.foyer.simulators.space.Space;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days of a space, each a pure function of space, seed, faults and date. Registers are counted from one fixed day,
 * so that a simulation that starts later finds them where an earlier one left them. Safe for several threads.
 */
public final class Days {
    private static final LocalDate OPENED = LocalDate.of(2026, 10, 1);

    private final Space space;
    private final long seed;
    private final Faults faults;
    private final DayPlanner planner;
    private final Lines lines;
    private final TreeMap<LocalDate, Registers> registers = new TreeMap<>();

    public Days(Space space, long seed, Faults faults) {
        this.space = space;
        this.seed = seed;
        this.faults = faults;
        this.planner = new DayPlanner(space, seed);
        this.lines = new Lines(space);
        registers.put(OPENED, Registers.opening(space));
    }

    /** What was measured on a day, and what that adds to the registers. */
    private record Measured(
            DayPlan plan, Headcount people, List<Crossing> crossings, Map<String, double[]> rates, Registers added) {}

    public List<Member> members() {
        return planner.members();
    }

    public DayPlan plan(LocalDate date) {
        return planner.plan(date);
    }

    /** Works out the registers of a day, which takes a while the first time. */
    public void prepare(LocalDate date) {
        registers(date);
    }

    Space space() {
        return space;
    }

    long seed() {
        return seed;
    }

    Faults faults() {
        return faults;
    }

    List<Line> lines() {
        return lines.all();
    }

    Day of(LocalDate date) {
        Registers before = registers(date);
        Measured today = measure(date);
        synchronized (this) {
            registers.put(date.plusDays(1), before.and(today.added));
        }
        return new Day(
                today.plan,
                date.atStartOfDay(space.timeZone()).toInstant(),
                today.people,
                today.crossings,
                today.rates,
                before);
    }

    /** As they stand at the beginning of a day; before the opening they run backwards. */
    private synchronized Registers registers(LocalDate date) {
        Map.Entry<LocalDate, Registers> below = registers.floorEntry(date);
        Map.Entry<LocalDate, Registers> known = below == null ? registers.firstEntry() : below;
        LocalDate from = known.getKey();
        Registers at = known.getValue();
        boolean forward = !date.isBefore(from);
        List<Registers> days = (forward ? from.datesUntil(date) : date.datesUntil(from))
                .parallel()
                .map(day -> measure(day).added)
                .toList();
        for (Registers day : days) {
            at = forward ? at.and(day) : at.less(day);
        }
        registers.put(date, at);
        return at;
    }

    private Measured measure(LocalDate date) {
        DayPlan plan = planner.plan(date);
        Headcount people = Headcount.of(space, plan);
        List<Crossing> crossings = lines.crossings(plan, faults, seed);
        Map<String, double[]> rates = Power.of(space, seed, date, people);
        return new Measured(plan, people, crossings, rates, Registers.of(space, crossings, rates));
    }
}
