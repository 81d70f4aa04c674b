package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.space.Meter;
import io.foyer.simulators.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What meters say of a day. */
final class Readings {
    private static final double SENT_OF_RECEIVED = 0.18;

    private Readings() {}

    static List<Signal> of(Space space, long seed, Reporting reporting, Day day) {
        List<Signal> signals = new ArrayList<>();
        for (Meter meter : space.meters()) {
            Chance chance =
                    Chance.of(seed, "reading", meter.id(), day.plan().date().toEpochDay());
            double[] rates = day.rates().getOrDefault(meter.id(), new double[Power.MINUTES]);
            double register = day.registers().used().getOrDefault(meter.id(), 0.0);
            double unit = Registers.inAMinute(meter);
            // A logger keeps the quarters of the clock; live meters take turns.
            int phase = reporting.past() ? 0 : Chance.of(0, "turn", meter.id()).between(0, reporting.meter() - 1);
            int second = 0;
            for (int next = phase; next < DayPlan.SECONDS; next += reporting.meter()) {
                for (; second < next; second++) {
                    register += rates[second / 60] * unit / 60;
                }
                double waver = 1 + 0.01 * (2 * chance.share() - 1);
                signals.add(
                        Say.at(day, meter.device(), "meter", next, fields(meter, register, rates[next / 60] * waver)));
            }
        }
        return signals;
    }

    /** What each meter shows at a second of the day. */
    static List<Signal> at(Space space, Day day, int moment) {
        List<Signal> signals = new ArrayList<>();
        for (Meter meter : space.meters()) {
            double[] rates = day.rates().getOrDefault(meter.id(), new double[Power.MINUTES]);
            double register = day.registers().used().getOrDefault(meter.id(), 0.0);
            for (int second = 0; second < moment; second++) {
                register += rates[second / 60] * Registers.inAMinute(meter) / 60;
            }
            signals.add(Say.at(day, meter.device(), "meter", moment, fields(meter, register, rates[moment / 60])));
        }
        return signals;
    }

    private static Map<String, Object> fields(Meter meter, double register, double rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (meter.medium()) {
            case ELECTRICITY -> {
                fields.put("powerW", rounded(rate, 10));
                fields.put("energyKwh", rounded(register, 1000));
            }
            case WATER -> {
                fields.put("volumeM3", rounded(register, 1000));
                fields.put("flowM3h", rounded(rate, 1000));
            }
            case NETWORK -> {
                fields.put("rxBytes", Math.round(register));
                fields.put("txBytes", Math.round(register * SENT_OF_RECEIVED));
            }
        }
        return fields;
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }
}
