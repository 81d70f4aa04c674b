package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import java.time.LocalDate;

/** Daylight and weather of one day, about as at 31 degrees north. */
final class Sky {
    private static final double COMFORT = 22;

    private final double rises;
    private final double sets;
    private final double clear;
    private final double warmth;

    Sky(long seed, LocalDate date) {
        Chance chance = Chance.of(seed, "sky", date.toEpochDay());
        double season = StrictMath.sin(2 * Math.PI * (date.getDayOfYear() - 80) / 365.25);
        double late = StrictMath.sin(2 * Math.PI * (date.getDayOfYear() - 110) / 365.25);
        rises = 6 * 60 - 55 * season;
        sets = 18 * 60 + 55 * season;
        clear = 0.45 + 0.55 * chance.share();
        warmth = 17 + 11.5 * late + chance.near(0, 2);
    }

    /** From 0 in the night to 1 on a clear noon. */
    double light(int minute) {
        double part = (minute - rises) / (sets - rises);
        return part <= 0 || part >= 1 ? 0 : clear * StrictMath.sin(Math.PI * part);
    }

    /** How far from 22 °C it is outside, from 0 to 1 at 16 degrees. */
    double discomfort(int minute) {
        double celsius = warmth + 4 * StrictMath.sin(2 * Math.PI * (minute - 9 * 60) / 1440.0);
        return Math.min(1, Math.abs(celsius - COMFORT) / 16);
    }
}
