package io.foyer.hub.backtest;

import io.foyer.hub.backtest.PlantedFault.PlantedDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A year into which one fault of each kind has been put, in an order and at places of chance, evenly over its last 39 weeks. */
record FaultyYear(MeterYear year, List<PlantedDays> faults) {
    /** What came before the first fault is learned from. */
    static final int FIRST_DAY = 91;

    FaultyYear {
        faults = List.copyOf(faults);
    }

    static FaultyYear of(MeterYear plain, long seed) {
        Random random = new Random(seed);
        List<PlantedFault> order = new ArrayList<>(Arrays.asList(PlantedFault.values()));
        Collections.shuffle(order, random);
        int slot = (plain.days() - FIRST_DAY - 7) / order.size();
        double[] hours = plain.values();
        int monday = plain.first().getDayOfWeek().getValue() - 1;
        List<PlantedDays> faults = new ArrayList<>();
        Map<LocalDate, Long> spread = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            int day = FIRST_DAY + 3 + i * slot + random.nextInt(3);
            PlantedDays planted = order.get(i).plant(hours, day, monday, random);
            faults.add(planted);
            if (planted.fault() == PlantedFault.MISSING_DAY) {
                double kWh = Arrays.stream(hours, 24 * day, 24 * (day + 1)).sum();
                spread.put(plain.day(day), Math.round(1_000 * kWh));
            }
        }
        return new FaultyYear(new MeterYear(plain.first(), MeterYear.boxed(hours), spread, plain.calendar()), faults);
    }
}
