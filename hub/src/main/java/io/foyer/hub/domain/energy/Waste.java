package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.Judged.Booking;
import io.foyer.hub.domain.occupancy.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was used in a zone while nobody was there. Use and count are joined as they are, not by whole quarter-hours:
 * each booking is even in time, each count holds until the next.
 *
 * <p>The standby level is the power that the quietest tenth of the empty time stays under (its 10th percentile by
 * time): what runs day and night. The lowest power would be one odd reading, the median would call the lights that
 * were left on a standby. Energy that was spread over a gap tells nothing of the power in it, and where only some of
 * the meters are booked the sum is not the zone's: neither takes part in the level. Above it such energy counts by its
 * mean power, which can only say too little.
 *
 * @param quantity kWh, m³ or bytes used while the count was known to be 0
 * @param total of the whole time
 * @param unknown used while the count was not known
 * @param aboveStandby the part of {@code quantity} above the standby level; 0 where there is no level
 * @param standby the level, in kW, m³/h or bytes an hour; null where no measured use fell into empty time
 * @param estimated true where any of {@code quantity} was spread over a gap
 */
public record Waste(
        double quantity,
        double total,
        double unknown,
        double aboveStandby,
        @Nullable Double standby,
        boolean estimated) {
    private static final double QUIETEST = 0.1;

    /** The part of all that was used while the zone was empty, 0 to 1; 0 where nothing was used. */
    public double share() {
        return total > 0 ? Math.min(1, quantity / total) : 0;
    }

    /** A booking begins or ends. */
    private record Edge(Instant at, double power, int open, int estimated) {}

    /** A stretch of empty time at one power. */
    private record Empty(double hours, double power, int open, boolean estimated) {}

    /**
     * Joins [from, until).
     *
     * @param bookings of all the zone's meters of one medium, in any order
     * @param points the zone's, in order of time, first the last one before {@code from}; what is before them is unknown
     * @param until not after the present, because the last point does not hold for ever
     */
    public static Waste of(Collection<Booking> bookings, List<Point> points, Instant from, Instant until) {
        List<Edge> edges = edges(bookings, from, until);
        List<Empty> empty = new ArrayList<>();
        double total = 0;
        double unknown = 0;
        double power = 0;
        int open = 0;
        int estimated = 0;
        int most = 0;
        int next = 0;
        Instant at = from;
        for (Edge edge : edges) {
            while (at.isBefore(edge.at())) {
                while (next < points.size() && !points.get(next).at().isAfter(at)) {
                    next++;
                }
                Instant change = next < points.size() ? points.get(next).at() : edge.at();
                Instant end = change.isBefore(edge.at()) ? change : edge.at();
                double hours = Quarters.seconds(at, end) / 3600;
                Integer count = next == 0 ? null : points.get(next - 1).count();
                total += power * hours;
                if (count == null) {
                    unknown += power * hours;
                } else if (count == 0 && open > 0) {
                    empty.add(new Empty(hours, power, open, estimated > 0));
                }
                at = end;
            }
            open += edge.open();
            estimated += edge.estimated();
            most = Math.max(most, open);
            power = open == 0 ? 0 : Math.max(0, power + edge.power());
        }
        Double standby = standby(empty, most);
        double quantity = 0;
        double above = 0;
        boolean spread = false;
        for (Empty stretch : empty) {
            quantity += stretch.power() * stretch.hours();
            above += standby == null ? 0 : Math.max(0, stretch.power() - standby) * stretch.hours();
            spread |= stretch.estimated() && stretch.power() > 0;
        }
        return new Waste(quantity, total, unknown, above, standby, spread);
    }

    private static List<Edge> edges(Collection<Booking> bookings, Instant from, Instant until) {
        List<Edge> edges = new ArrayList<>();
        for (Booking booking : bookings) {
            Instant start = booking.from().isBefore(from) ? from : booking.from();
            Instant end = booking.to().isAfter(until) ? until : booking.to();
            if (start.isBefore(end)) {
                double power = booking.quantity() / Quarters.seconds(booking.from(), booking.to()) * 3600;
                int estimated = booking.estimated() ? 1 : 0;
                edges.add(new Edge(start, power, 1, estimated));
                edges.add(new Edge(end, -power, -1, -estimated));
            }
        }
        edges.sort(Comparator.comparing(Edge::at).thenComparingInt(Edge::open));
        return edges;
    }

    private static @Nullable Double standby(List<Empty> empty, int most) {
        List<Empty> measured = empty.stream()
                .filter(stretch -> !stretch.estimated() && stretch.open() == most)
                .sorted(Comparator.comparingDouble(Empty::power))
                .toList();
        double left = QUIETEST * measured.stream().mapToDouble(Empty::hours).sum();
        for (Empty stretch : measured) {
            left -= stretch.hours();
            if (left <= 0) {
                return stretch.power();
            }
        }
        return null;
    }
}
