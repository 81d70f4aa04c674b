package io.foyer.hub.backtest;

/**
 * How a line errs; shares of those who pass, 0 to 1.
 *
 * @param missedEntries people who come in unseen, {@code missedExits} people who leave unseen
 * @param doubled people who are counted twice
 */
record LineErrors(double missedEntries, double missedExits, double doubled) {
    static final LineErrors USUAL = new LineErrors(0.03, 0.05, 0.01);

    /** How often a person counts who passes, by a chance that lies evenly from 0 to 1. */
    int times(boolean entry, double chance) {
        double missed = entry ? missedEntries : missedExits;
        return chance < missed ? 0 : chance < missed + doubled ? 2 : 1;
    }
}
