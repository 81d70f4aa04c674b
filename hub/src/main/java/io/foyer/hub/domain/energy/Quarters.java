package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The quarter-hours of the clock. They are cut in UTC: every zone's offset has been a multiple of 15 minutes since
 * before 2000, the earliest time that the hub accepts, so a quarter of UTC is a quarter of every local clock.
 */
public final class Quarters {
    public static final Duration LENGTH = Duration.ofMinutes(15);

    private Quarters() {}

    /** The beginning of the quarter that holds an instant. */
    public static Instant startOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), LENGTH.toSeconds()) * LENGTH.toSeconds());
    }

    /**
     * The quarters that the bookings touch, each with what {@code before} had for it and its share of every booking.
     * Energy is spread evenly in time; the shares of a booking add up to its quantity.
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

    /** What a booking has used up to an instant. */
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
