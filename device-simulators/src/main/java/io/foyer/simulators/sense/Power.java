package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayKind;
import io.foyer.simulators.space.Meter;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows through each meter in each minute of a day: W, m³/h or bytes/s. It follows people, daylight and a weather
 * of the season; what holds parts is their sum and a rest that no part measures.
 */
final class Power {
    static final int MINUTES = 24 * 60;

    private final Space space;
    private final long seed;
    private final LocalDate date;
    private final Headcount people;
    private final Sky sky;
    private final Map<String, double[]> rates = new HashMap<>();

    private Power(Space space, long seed, LocalDate date, Headcount people) {
        this.space = space;
        this.seed = seed;
        this.date = date;
        this.people = people;
        this.sky = new Sky(seed, date);
    }

    /** By meter id. */
    static Map<String, double[]> of(Space space, long seed, LocalDate date, Headcount people) {
        Power power = new Power(space, seed, date, people);
        space.meters().forEach(power::rate);
        return power.rates;
    }

    private double[] rate(Meter meter) {
        double[] known = rates.get(meter.id());
        if (known != null) {
            return known;
        }
        double[] sum = new double[MINUTES];
        List<Meter> parts = space.partsOf(meter.id());
        for (Meter part : parts) {
            double[] rate = rate(part);
            for (int minute = 0; minute < MINUTES; minute++) {
                sum[minute] += rate[minute];
            }
        }
        double[] noise = noise(meter);
        int[] heads = people.samples(meter.zone(), 60);
        boolean open = DayKind.of(date) == DayKind.WORKDAY;
        double most = meter.maxPowerW() > 0 ? meter.maxPowerW() : 10_000;
        for (int minute = 0; minute < MINUTES; minute++) {
            double own =
                    switch (meter.medium()) {
                        case ELECTRICITY ->
                            parts.isEmpty()
                                    ? most * load(meter, heads[minute], minute, open)
                                    : 0.012 * most + 0.02 * sum[minute];
                        case WATER -> heads[minute] * (parts.isEmpty() ? 0.012 : 0.0035);
                        case NETWORK -> 30_000 + heads[minute] * (parts.isEmpty() ? 25_000 : 130_000);
                    };
            double all = sum[minute] + own * noise[minute];
            sum[minute] = meter.medium() == Meter.Medium.ELECTRICITY ? Math.min(all, 0.98 * most) : all;
        }
        rates.put(meter.id(), sum);
        return sum;
    }

    /** Of what the meter lets through, 0 to 1. */
    private double load(Meter meter, int heads, int minute, boolean open) {
        Zone zone = space.zones().get(meter.zone());
        int capacity = zone == null ? 0 : zone.capacity();
        double full = capacity == 0 ? 0 : Math.min(1, (double) heads / capacity);
        boolean plant = zone != null && zone.kind().equals("plant");
        boolean hours = open && minute >= 7 * 60 && minute < 20 * 60 + 30;
        double load =
                switch (meter.system()) {
                    case "hvac" -> 0.03 + (hours || heads > 4 ? 0.08 + 0.5 * sky.discomfort(minute) + 0.2 * full : 0);
                    case "lighting" ->
                        0.04 + (heads > 0 ? (0.25 + 0.6 * Math.min(1, 2 * full)) * (1 - 0.35 * sky.light(minute)) : 0);
                    case "kitchens" -> 0.06 + 0.8 * Math.min(1, 1.4 * full);
                    case "plant" -> plant ? 0.58 + 0.04 * sky.light(minute) : 0.1 + 0.75 * full;
                    default -> 0.07 + 0.85 * full;
                };
        return Math.min(0.95, load);
    }

    /** Around 1; what has many small users wavers little from minute to minute. */
    private double[] noise(Meter meter) {
        Chance chance = Chance.of(seed, "load", meter.id(), date.toEpochDay());
        double spread = meter.system().equals("kitchens") || meter.system().equals("plant") ? 0.35 : 0.12;
        double[] noise = new double[MINUTES];
        double now = 1;
        for (int minute = 0; minute < MINUTES; minute++) {
            now += 0.3 * (1 + spread * (2 * chance.share() - 1) - now);
            noise[minute] = now;
        }
        return noise;
    }
}
