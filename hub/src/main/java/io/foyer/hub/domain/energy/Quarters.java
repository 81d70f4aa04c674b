package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.math.BigInteger;
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
     * plus its share of each booking. Energy is spread evenly in time. The shares of a booking add up to its quantity to
     * the last unit, because each is the difference of what was used until its end and until its beginning.
     */
    public static NavigableMap<Instant, Quarter> add(
            String meter, Map<Instant, Quarter> before, Collection<Consumption> bookings) {
        NavigableMap<Instant, Quarter> touched = new TreeMap<>();
        for (Consumption booking : bookings) {
            long booked = 0;
            for (Instant start = startOf(booking.from()); start.isBefore(booking.to()); start = start.plus(LENGTH)) {
                long until = quantityUntil(booking, start.plus(LENGTH));
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

    /** The part of a booking that was used before an instant: whole units, the rest counts as used later. */
    public static long quantityUntil(Consumption booking, Instant at) {
        if (!at.isBefore(booking.to())) {
            return booking.quantity();
        }
        if (!at.isAfter(booking.from())) {
            return 0;
        }
        return part(booking.quantity(), nanos(booking.from(), at), nanos(booking.from(), booking.to()));
    }

    /** So many parts of a whole of {@code of} parts, rounded down. */
    static long part(long quantity, long parts, long of) {
        return BigInteger.valueOf(quantity)
                .multiply(BigInteger.valueOf(parts))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }

    private static long nanos(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }

    static double seconds(Instant from, Instant to) {
        return nanos(from, to) / 1e9;
    }

    /** The mean power over a quarter, in mW for a quantity in mWh. */
    public static long demand(long quantity) {
        return quantity * 4;
    }
}
