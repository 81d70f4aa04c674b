package io.foyer.hub.backtest;

import java.util.Locale;

/** How far forecasts of one part of the days lay from the truth, in people, and how often the truth lay in their range. */
final class PartScore {
    private static final String FORMAT = "%-34s %9s %9s %9s %9s %9s %9s";

    private final String part;
    private double lastWeek;
    private double fourWeeks;
    private double foyer;
    private int covered;
    private int quarters;

    PartScore(String part) {
        this.part = part;
    }

    static String head() {
        return FORMAT.formatted(
                "mean absolute error, people", "last week", "4 weeks", "Foyer", "less", "less", "in range");
    }

    static String secondHead() {
        return FORMAT.formatted("", "", "(mean)", "", "than last", "than 4 w.", "of 80 %");
    }

    void add(double truth, double ofLastWeek, double ofFourWeeks, double expected, boolean isCovered) {
        lastWeek += Math.abs(truth - ofLastWeek);
        fourWeeks += Math.abs(truth - ofFourWeeks);
        foyer += Math.abs(truth - expected);
        covered += isCovered ? 1 : 0;
        quarters++;
    }

    double lessThanLastWeek() {
        return 1 - foyer / lastWeek;
    }

    double lessThanFourWeeks() {
        return 1 - foyer / fourWeeks;
    }

    double coverage() {
        return (double) covered / quarters;
    }

    double error() {
        return foyer / quarters;
    }

    String line() {
        return FORMAT.formatted(
                part,
                people(lastWeek),
                people(fourWeeks),
                people(foyer),
                share(lessThanLastWeek()),
                share(lessThanFourWeeks()),
                share(coverage()));
    }

    private String people(double sum) {
        return String.format(Locale.ROOT, "%.2f", sum / quarters);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
