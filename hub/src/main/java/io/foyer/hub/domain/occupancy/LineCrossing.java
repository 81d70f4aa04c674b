package io.foyer.hub.domain.occupancy;

/**
 * A line at a zone's border.
 *
 * @param inward where the line's "in" leads into the zone
 * @param whole where the line leads from the zone to the zone that holds it, so that there may be no other way
 */
record LineCrossing(ZoneNode zone, boolean inward, boolean whole, LineStretch stretch) {

    /** How many of those who pass the line come into the zone. */
    int entries(int in, int out) {
        return inward ? in : out;
    }

    /** How many of those who pass the line leave the zone. */
    int exits(int in, int out) {
        return inward ? out : in;
    }
}
