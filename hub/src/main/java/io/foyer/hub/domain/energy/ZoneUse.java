package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Adds up the use of a zone's meters, booking by booking in order of time, and joins it with the presence of people.
 */
final class ZoneUse {
    private final ZonePresence counts;
    private final ZonePresence.PresenceWalk walk;
    private final Instant from;
    private final Instant until;
    private final PriorityQueue<UseEnd> ends =
            new PriorityQueue<>(Comparator.comparing(UseEnd::at).thenComparing(UseEnd::number));
    private final EmptyTime empty = new EmptyTime();
    private final NavigableMap<Instant, Double> quarters = new TreeMap<>();
    private Instant at;
    private double power;
    private int open;
    private int estimated;
    private int most;
    private int number;
    private long total;
    private double unknown;

    /** The end of a booking that has begun. */
    private record UseEnd(Instant at, int number, double power, int estimated) {}

    ZoneUse(ZonePresence counts, Instant from, Instant until) {
        this.counts = counts;
        this.walk = counts.new PresenceWalk();
        this.from = from;
        this.until = until;
        at = from;
    }

    void add(Consumption booking) {
        Instant start = booking.from().isBefore(from) ? from : booking.from();
        Instant end = booking.to().isAfter(until) ? until : booking.to();
        if (start.isBefore(end)) {
            endUntil(start);
            pass(start);
            double rate = booking.quantity() / Quarters.seconds(booking.from(), booking.to()) * 3600;
            total += Quarters.quantityUntil(booking, end) - Quarters.quantityUntil(booking, start);
            ends.add(new UseEnd(end, number++, rate, booking.estimated() ? 1 : 0));
            change(rate, 1, booking.estimated() ? 1 : 0);
        }
    }

    /** The result; empty where the zone has more stretches or changes than memory may hold. */
    Optional<ZoneWaste> waste() {
        endUntil(until);
        if (!counts.isWhole() || !empty.isWhole()) {
            return Optional.empty();
        }
        Double standby = empty.standby(most);
        return Optional.of(new ZoneWaste(
                Math.round(empty.quantity()),
                total,
                Math.round(unknown),
                Math.round(empty.above(standby)),
                standby,
                empty.isEstimated(),
                byQuarter()));
    }

    /** Ends bookings up to an instant. A booking that ends at an instant ends before another begins there. */
    private void endUntil(Instant instant) {
        for (UseEnd end = ends.peek(); end != null && !end.at().isAfter(instant); end = ends.peek()) {
            ends.remove();
            pass(end.at());
            change(-end.power(), -1, -end.estimated());
        }
    }

    private void change(double rate, int meters, int estimates) {
        open += meters;
        estimated += estimates;
        most = Math.max(most, open);
        power = open == 0 ? 0 : Math.max(0, power + rate);
    }

    private void addByQuarter(Instant begin, Instant end) {
        for (Instant part = begin; part.isBefore(end); ) {
            Instant quarter = Quarters.startOf(part);
            Instant next = quarter.plus(Quarters.LENGTH);
            Instant stop = next.isBefore(end) ? next : end;
            quarters.merge(quarter, power * Quarters.seconds(part, stop) / 3600, Double::sum);
            part = stop;
        }
    }

    private NavigableMap<Instant, Long> byQuarter() {
        NavigableMap<Instant, Long> rounded = new TreeMap<>();
        quarters.forEach((start, quantity) -> rounded.put(start, Math.round(quantity)));
        return rounded;
    }

    private void pass(Instant to) {
        while (at.isBefore(to)) {
            ZonePresence.PresenceState state = walk.at(at);
            Instant change = walk.until();
            Instant end = change != null && change.isBefore(to) ? change : to;
            double hours = Quarters.seconds(at, end) / 3600;
            if (state == ZonePresence.PresenceState.UNKNOWN) {
                unknown += power * hours;
            } else if (state == ZonePresence.PresenceState.EMPTY && open > 0) {
                empty.add(hours, power, open, estimated > 0);
                addByQuarter(at, end);
            }
            at = end;
        }
    }
}
