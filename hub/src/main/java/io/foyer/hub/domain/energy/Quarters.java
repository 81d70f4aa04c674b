package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The quarter-hours of the clock, cut in UTC. The offset of every time zone has been a multiple of 15 minutes since
 * before 2000, the earliest time that the hub accepts. A quarter of UTC is therefore a quarter of every local clock.
 */
public final class Quarters {
    public static final Duration LENGTH = Duration.ofMinutes(15);

    private Quarters() {}

    /** The beginning of the quarter around an instant. */
    public static Instant startOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), LENGTH.toSeconds()) * LENGTH.toSeconds());
    }

    /**
     * Cuts bookings into quarters. The result has each quarter that a booking touches: its quantity in {@code before},
     * plus its share of each booking. Energy is spread evenly in time. The shares of a booking add up to its quantity.
     */
    public static NavigableMap<Instant, Quarter> add(
            String meter, Map<Instant, Quarter> before, Collection<Consumption> bookings) {
        NavigableMap<Instant, Quarter> touched = new TreeMap<>();
        for (Consumption booking : bookings) {
            double booked = 0;
            for (Instant start = startOf(booking.from()); start.isBefore(booking.to()); start = start.plus(LENGTH)) {
                double until = quantityUntil(booking, start.plus(LENGTH));
                Quarter had = touched.getOrDefault(start, before.get(start));
                touched.put(
                        start,
                        new Quarter(
                                meter,
                                start,
                                (had == null ? 0 : had.quantity()) + until - booked,
                                booking.estimated() || (had != null && had.estimated())));
                booked = until;
            }
        }
        return touched;
    }

    /** The part of a booking that was used before an instant. */
    static double quantityUntil(Consumption booking, Instant at) {
        if (!at.isBefore(booking.to())) {
            return booking.quantity();
        }
        if (!at.isAfter(booking.from())) {
            return 0;
        }
        double part = seconds(booking.from(), at) / seconds(booking.from(), booking.to());
        return booking.quantity() * part;
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** The mean power over a quarter, in kW for a quantity in kWh. */
    public static double demandKw(double quantity) {
        return quantity / 0.25;
    }
}
