package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import java.util.List;

/** What people leave their desks for; minutes. */
record Errand(String kind, int least, int most, double weight) {
    static final List<Errand> USUAL = List.of(
            new Errand("pantry", 3, 9, 0.30),
            new Errand("floor", 3, 6, 0.24), // down the corridor
            new Errand("booths", 5, 28, 0.12),
            new Errand("lounge", 8, 35, 0.10),
            new Errand("cafe", 6, 22, 0.09),
            new Errand("reading", 20, 60, 0.05),
            new Errand("quiet", 30, 90, 0.04),
            new Errand("print", 2, 5, 0.04),
            new Errand("care", 10, 20, 0.01),
            new Errand("workshop", 15, 50, 0.01));

    static Errand any(Chance chance) {
        double share = chance.share();
        for (Errand errand : USUAL) {
            share -= errand.weight;
            if (share < 0) {
                return errand;
            }
        }
        return USUAL.get(0);
    }

    int seconds(Chance chance) {
        return chance.between(least * Hours.MINUTE, most * Hours.MINUTE);
    }
}
