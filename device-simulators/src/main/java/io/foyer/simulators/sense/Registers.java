package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.sense.Lines.Crossing;
import io.foyer.simulators.space.Meter;
import io.foyer.simulators.space.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Running totals at a midnight: people over each line, and kWh, m³ or bytes through each meter.
 *
 * @param in by line counter, and {@code out}
 * @param used by meter
 */
record Registers(Map<String, Long> in, Map<String, Long> out, Map<String, Double> used) {
    Registers {
        in = Map.copyOf(in);
        out = Map.copyOf(out);
        used = Map.copyOf(used);
    }

    /** When the house was opened, its meters had run for a while. */
    static Registers opening(Space space) {
        Map<String, Double> used = new HashMap<>();
        for (Meter meter : space.meters()) {
            double share = Chance.of(0, "register", meter.id()).share();
            used.put(
                    meter.id(),
                    switch (meter.medium()) {
                        case ELECTRICITY -> Math.rint(meter.maxPowerW() * (4 + 3 * share));
                        case WATER -> Math.rint(3000 + 6000 * share);
                        case NETWORK -> Math.rint(4e12 * (1 + share));
                    });
        }
        Map<String, Long> passed = new HashMap<>();
        space.sensors().forEach(sensor -> passed.put(sensor.device(), 1_000_000L));
        return new Registers(passed, passed, used);
    }

    /** What one day adds. */
    static Registers of(Space space, List<Crossing> crossings, Map<String, double[]> rates) {
        Map<String, Long> in = new HashMap<>();
        Map<String, Long> out = new HashMap<>();
        for (Crossing crossing : crossings) {
            in.merge(crossing.device(), (long) crossing.in(), Long::sum);
            out.merge(crossing.device(), (long) crossing.out(), Long::sum);
        }
        Map<String, Double> used = new HashMap<>();
        for (Meter meter : space.meters()) {
            double sum = 0;
            for (double rate : rates.getOrDefault(meter.id(), new double[0])) {
                sum += rate;
            }
            used.put(meter.id(), sum * inAMinute(meter));
        }
        return new Registers(in, out, used);
    }

    Registers and(Registers more) {
        return new Registers(
                sum(in, more.in, Long::sum), sum(out, more.out, Long::sum), sum(used, more.used, Double::sum));
    }

    Registers less(Registers some) {
        return new Registers(
                sum(in, some.in, (a, b) -> a - b),
                sum(out, some.out, (a, b) -> a - b),
                sum(used, some.used, (a, b) -> a - b));
    }

    private static <T> Map<String, T> sum(Map<String, T> some, Map<String, T> more, BinaryOperator<T> plus) {
        Map<String, T> all = new HashMap<>(some);
        more.forEach((id, value) -> all.merge(id, value, plus));
        return all;
    }

    /** What a rate of one brings the register in a minute. */
    static double inAMinute(Meter meter) {
        return switch (meter.medium()) {
            case ELECTRICITY -> 1.0 / 60_000;
            case WATER -> 1.0 / 60;
            case NETWORK -> 60;
        };
    }
}
