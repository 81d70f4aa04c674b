package io.foyer.hub.domain.performance;

/**
 * What a group of meters used at one price, in mWh.
 *
 * @param group the place of the group in the question
 * @param price the place of the price among those of the question
 * @param total in all quarter-hours
 * @param empty in those throughout which nobody was in the zone
 * @param above the part of {@code empty} above the standby level
 */
public record EmptyUse(int group, int price, long total, long empty, long above) {

    /**
     * A meter of a group.
     *
     * @param zone whose people the group serves
     * @param sign 1 where its use counts, -1 where it is taken off
     */
    public record MeterPart(int group, String zone, String meter, int sign) {}
}
