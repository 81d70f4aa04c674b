package io.foyer.hub.domain.occupancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share of one part of a zone in the people of the zone. */
final class Share {
    private final @Nullable ZoneNode zone;
    private final double mean;
    private final double variance;
    private final int floor;
    private double amount;
    private boolean atFloor;
    private int people;

    /** @param zone null for the place of the zone that is in none of the zones below */
    Share(@Nullable ZoneNode zone, double mean, double variance, int floor) {
        this.zone = zone;
        this.mean = mean;
        this.variance = variance;
        this.floor = floor;
    }

    @Nullable ZoneNode zone() {
        return zone;
    }

    int people() {
        return people;
    }

    /**
     * Divides a total among the parts in whole people. The largest remainders get the people who are left. A part
     * without variance changes only where no other part can change.
     *
     * @param total at least the sum of the floors
     */
    static void adjust(List<Share> shares, int total) {
        boolean more = true;
        while (more) {
            more = false;
            double rest = total;
            double variances = 0;
            for (Share share : shares) {
                rest -= share.atFloor ? share.floor : share.mean;
                variances += share.atFloor ? 0 : share.variance;
            }
            for (Share share : shares) {
                if (!share.atFloor) {
                    share.amount = share.mean + (variances > 0 ? rest * share.variance / variances : 0);
                    if (share.amount < share.floor) {
                        share.atFloor = true;
                        more = true;
                    }
                }
            }
        }
        int left = total;
        for (Share share : shares) {
            share.people = share.atFloor ? share.floor : (int) Math.floor(share.amount + 1e-9);
            left -= share.people;
        }
        for (; left > 0; left--) {
            Share next = shares.get(0);
            for (Share share : shares) {
                next = share.isBefore(next) ? share : next;
            }
            next.people++;
        }
    }

    /** Whether the next person that is left over belongs here rather than to another part. */
    private boolean isBefore(Share other) {
        boolean sure = variance == 0;
        boolean otherSure = other.variance == 0;
        return sure == otherSure ? amount - people > other.amount - other.people : otherSure;
    }
}
