package io.foyer.hub.domain.occupancy;

/**
 * How often the count of a zone is near the truth, in hundredths.
 *
 * @param withinOne the share of the time in which it was within one person, 0 to 1
 * @param withinTenPercent the share of the time in which it was within a tenth of the people, 0 to 1
 */
public record CountAccuracy(double withinOne, double withinTenPercent) {}
