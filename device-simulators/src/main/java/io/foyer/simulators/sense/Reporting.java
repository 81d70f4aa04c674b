package io.foyer.simulators.sense;

/**
 * How often devices speak; seconds.
 *
 * @param heartbeat a sensor repeats itself after so long at the latest: one that is silent for an hour is unknown
 * @param camera a people counter looks so often
 * @param past whether the day is over: then readers have decided by themselves and doors tell nothing any more
 */
public record Reporting(int meter, int heartbeat, int camera, boolean past) {
    /** As it happens. */
    public static final Reporting LIVE = new Reporting(30, 1800, 15, false);

    /** As it was kept. */
    public static final Reporting PAST = new Reporting(900, 2700, 60, true);
}
