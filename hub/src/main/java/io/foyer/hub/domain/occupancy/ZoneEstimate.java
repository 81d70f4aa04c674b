package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of one zone before and after its zones agree. Before: what its own sensors and the zones in it say, as a
 * mean and a variance in people squared. After: whole people.
 *
 * <p>A camera is sure. A line's balance is not: it is weighed against badges, seats and the sum of the zones in the zone,
 * each by the inverse of its variance. No balance has anything of the others in it, so nothing counts twice.
 */
final class ZoneEstimate {
    /** Nine in ten of a normal distribution lie within so many standard deviations. */
    private static final double NINE_IN_TEN = 1.645;

    /** People who walk and stand where only a line knows of them: five, more or less. */
    private static final double PASSERS_VARIANCE = 25;

    /** People beside the seats of a zone: two, more or less. */
    private static final double STANDERS_VARIANCE = 4;

    /** People like the seats with a sensor more or less than the other seats, by a fifth. */
    private static final double SEAT_CHOICE = 0.2;

    private static final double CAMERA_CONFIDENCE = 0.9;
    private static final double SEAT_CONFIDENCE = 0.8;
    private static final double LINE_CONFIDENCE = 0.6;

    /** A sensor of the zone, or of a zone in it, plays a history: then the past has another end than the present. */
    boolean plays;

    boolean known;
    double mean;
    double variance;
    /** People who are surely there: no sharing goes below. */
    int floor;

    /** The place in the zone and in none of the zones in it. Without one nothing tells of that place. */
    boolean hasPlace;

    double placeMean;
    double placeVariance;
    int placeFloor;

    @Nullable Integer count;

    @Nullable Integer own;

    private int below;

    /** What the other sensors than a line say of the whole zone. */
    private Measurement witness = Measurement.NONE;

    private boolean partial;
    private double spread;
    private double confidence;
    private @Nullable Instant asOf;

    /** Weighs again what the sensors of a zone say; the zones in it are weighed already. */
    void weigh(ZoneNode zone, boolean now) {
        SensorTally cameras = SensorTally.of(zone.counters, now);
        SensorTally lines = SensorTally.of(zone.lines, now);
        SensorTally seats = SensorTally.of(zone.presences, now);
        plays = cameras.plays() || lines.plays() || seats.plays();
        sum(zone, seats, now);
        below = floor;
        if (!known) {
            asOf = SensorTally.newer(asOf, SensorTally.newer(cameras.unknownSince(), lines.unknownSince()));
        }
        boolean measured = cameras.isKnown() || lines.isKnown();
        boolean wholeBelow = !partial && seats.isWhole();
        partial |= measured ? !(lines.isKnown() ? lines : cameras).isWhole() : !isWhole(cameras, lines, seats);
        placeVariance = 0;
        witness = wholeBelow ? witness(zone, seats) : Measurement.NONE;
        if (cameras.isKnown()) {
            camera(zone, cameras, lines);
        } else if (lines.isKnown()) {
            line(zone, lines);
        }
        known |= measured;
        hasPlace = measured || seats.isKnown();
    }

    /** The zones in a zone see all people but those who walk and stand between them. Seats see a part of all places. */
    private Measurement witness(ZoneNode zone, SensorTally seats) {
        if (seats.all() == 0) {
            return zone.children.isEmpty() ? Measurement.NONE : new Measurement(mean, variance + PASSERS_VARIANCE);
        }
        Integer places = zone.places;
        if (places == null || places < seats.all() || !zone.children.isEmpty()) {
            return Measurement.NONE;
        }
        double each = (double) places / seats.all();
        double people = each * seats.people();
        double byChance = each * (each - 1) * (seats.people() + 1);
        return new Measurement(people, byChance + square(SEAT_CHOICE * people) + STANDERS_VARIANCE);
    }

    private static boolean isWhole(SensorTally cameras, SensorTally lines, SensorTally seats) {
        return cameras.isWhole() && lines.isWhole() && seats.isWhole();
    }

    private void sum(ZoneNode zone, SensorTally seats, boolean now) {
        known = seats.isKnown();
        partial = false;
        mean = seats.people();
        variance = 0;
        floor = seats.people();
        placeMean = seats.people();
        placeFloor = seats.people();
        spread = seats.isKnown() ? square(0.4 + 0.1 * seats.people()) : 0;
        confidence = seats.all() == 0 ? 0 : SEAT_CONFIDENCE * seats.known() / seats.all();
        asOf = seats.asOf();
        Instant since = seats.unknownSince();
        for (ZoneNode child : zone.children) {
            ZoneEstimate part = child.estimate(now);
            plays |= part.plays;
            partial |= !part.known || part.partial;
            if (part.known) {
                known = true;
                mean += part.mean;
                variance += part.variance;
                floor += part.floor;
                spread += part.spread;
                confidence += part.confidence;
                asOf = SensorTally.newer(asOf, part.asOf);
            } else {
                since = SensorTally.newer(since, part.asOf);
            }
        }
        confidence /= Math.max(1, zone.children.size() + (seats.all() == 0 ? 0 : 1));
        if (!known) {
            asOf = since;
        }
    }

    /** A camera sees the whole zone. Where lines go on counting between its looks, the people move with them. */
    private void camera(ZoneNode zone, SensorTally cameras, SensorTally lines) {
        int inZones = floor - placeFloor;
        boolean follows = lines.isKnown() && zone.lineBalance().isFollowed();
        double seen = follows ? Math.round(zone.lineBalance().people()) : cameras.people();
        mean = Math.max(seen, inZones);
        placeMean = mean - inZones;
        placeFloor = 0;
        placeVariance = PASSERS_VARIANCE;
        floor = (int) mean;
        variance = 0;
        spread = square(0.4 + 0.03 * mean) + (follows ? zone.lineBalance().variance() : 0);
        confidence = CAMERA_CONFIDENCE * cameras.known() / cameras.all();
        asOf = SensorTally.newer(cameras.asOf(), lines.asOf());
    }

    private void line(ZoneNode zone, SensorTally lines) {
        Measurement border = zone.lineBalance().measurement().and(zone.badged());
        Measurement all = zone.repeatsBorders && !witness.isNone() ? witness : border.and(witness);
        mean = Math.max(all.people(), floor);
        variance = all.variance();
        placeVariance = PASSERS_VARIANCE;
        spread = variance;
        boolean compared = zone.lineBalance().since().isAfter(Instant.EPOCH);
        double surely = compared ? (CAMERA_CONFIDENCE - LINE_CONFIDENCE) / (1 + variance) : 0;
        confidence = (LINE_CONFIDENCE + surely) * lines.known() / lines.all();
        asOf = lines.asOf();
    }

    /** People who are surely there, whatever the zone's own cameras and lines say. */
    int floorBelow() {
        return below;
    }

    /** The whole people that a zone with no zone above it has. */
    @Nullable Integer total() {
        return known ? Math.max(floor, (int) Math.round(mean)) : null;
    }

    ZoneCount count(ZoneNode zone) {
        Integer people = count;
        if (people == null) {
            return new ZoneCount(
                    zone.zone, null, null, null, null, ZoneCount.CountState.UNKNOWN, 0, asOf, null, zone.taken());
        }
        int more = (int) Math.round(NINE_IN_TEN * Math.sqrt(spread));
        Integer least = Math.max(Math.min(floor, people), people - more);
        return new ZoneCount(
                zone.zone,
                people,
                own,
                Math.max(0, least),
                partial ? null : (Integer) (people + more),
                partial ? ZoneCount.CountState.PARTIAL : ZoneCount.CountState.OK,
                confidence,
                asOf,
                null,
                zone.taken());
    }

    private static double square(double number) {
        return number * number;
    }
}
