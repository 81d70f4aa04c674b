package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The people in one zone by the lines at its border: entries less exits since a sure count.
 *
 * <p>Lines miss people and count some twice, so the balance drifts. Between two sure counts (a camera, the empty night,
 * an operator) everybody who came is inside or has left. The balance learns from that how many people leave for each exit
 * that the lines count: the end-of-day condition of PLCount (Sangogboye and Kjærgaard, BuildSys 2016). The variance grows
 * with each passage and shrinks with each observation, as in a scalar Kalman filter (Kalman 1960). Nobody is believed to
 * stay longer than {@link #LONGEST_STAY}: entries time out one by one.
 *
 * <p>Passages of one second are one step, so their order of arrival does not matter.
 */
final class LineBalance {
    /** People walk on within this time. */
    private static final Duration BETWEEN_CORRECTIONS = Duration.ofMinutes(5);

    /** Of a balance that was never compared with anything, in people squared: a house begins with nobody in. */
    static final double FIRST_VARIANCE = 0.5;

    static final Duration LONGEST_STAY = Duration.ofHours(16);

    /** Variance of one passage, in people squared: lines miss or double one in a hundred. */
    private static final double PASSAGE_VARIANCE = 0.01;

    /** So many passages without any error are believed before the first sure count. */
    private static final double BELIEF = 100;

    private static final double LONGEST_MEMORY = 2_000;
    private static final double LEAST_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 2;
    private static final long HOUR_S = 3_600;

    private final String zone;
    private double people;
    private double variance;
    private long entries;
    private long exits;
    private double sure;
    private double learnedEntries;
    private double learnedExits;
    private Instant since;
    private Instant passed;
    private Instant corrected;

    /** Who came in which hour, the oldest first: those who may be inside still. */
    private final Deque<HourArrivals> arrivals = new ArrayDeque<>();

    private long second;
    private double inSecond;

    private record HourArrivals(long hour, long people) {}

    LineBalance(BalanceState state) {
        zone = state.zone();
        people = state.people();
        variance = state.variance();
        entries = state.entries();
        exits = state.exits();
        sure = state.sure();
        learnedEntries = state.learnedEntries();
        learnedExits = state.learnedExits();
        since = state.since();
        passed = state.passed();
        corrected = state.corrected();
        second = passed.getEpochSecond();
        arrive((long) Math.ceil(people()), passed.isAfter(since) ? passed : since);
    }

    BalanceState state() {
        return new BalanceState(
                zone,
                people + inSecond,
                variance,
                entries,
                exits,
                sure,
                learnedEntries,
                learnedExits,
                since,
                passed,
                corrected);
    }

    /** People in the zone, not negative. */
    double people() {
        return Math.max(0, people + inSecond);
    }

    double variance() {
        return variance;
    }

    /** When somebody passed last; {@link Instant#EPOCH} where nobody did. */
    Instant passed() {
        return passed;
    }

    /** When the last sure count was true; {@link Instant#EPOCH} where there was none. */
    Instant since() {
        return since;
    }

    /** People who leave for each exit that the lines count. */
    double exitWeight() {
        double weight = (learnedEntries + BELIEF) / (learnedExits + BELIEF);
        return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
    }

    /** People have passed at an instant, which may lie before the last passage. */
    void pass(long in, long out, Instant at) {
        if (at.getEpochSecond() != second) {
            settle();
            second = at.getEpochSecond();
        }
        inSecond += in - out * exitWeight();
        variance += PASSAGE_VARIANCE * (in + out);
        entries += in;
        exits += out;
        passed = at.isAfter(passed) ? at : passed;
        arrive(in, at);
        timeOut(at);
    }

    private void settle() {
        people = people();
        inSecond = 0;
    }

    private void arrive(long number, Instant at) {
        if (number > 0) {
            long hour = Math.floorDiv(at.getEpochSecond(), HOUR_S);
            HourArrivals newest = arrivals.peekLast();
            if (newest != null && hour <= newest.hour()) {
                arrivals.removeLast();
                arrivals.addLast(new HourArrivals(newest.hour(), newest.people() + number));
            } else {
                arrivals.addLast(new HourArrivals(hour, number));
            }
        }
    }

    /** Takes out people who would have stayed too long; true where that makes the people fewer. */
    boolean timeOut(Instant now) {
        long oldest = Math.floorDiv(now.minus(LONGEST_STAY).getEpochSecond(), HOUR_S);
        while (!arrivals.isEmpty() && arrivals.peekFirst().hour() < oldest) {
            arrivals.removeFirst();
        }
        long most = arrivals.stream().mapToLong(HourArrivals::people).sum();
        boolean fewer = people() > most + 0.5;
        if (people() > most) {
            settle();
            people = most;
        }
        return fewer;
    }

    /** When somebody times out next, as far as is known; {@link Instant#MAX} where nobody is inside. */
    Instant nextTimeOut() {
        return arrivals.isEmpty() || people() < 0.5
                ? Instant.MAX
                : Instant.ofEpochSecond((arrivals.peekFirst().hour() + 1) * HOUR_S)
                        .plus(LONGEST_STAY);
    }

    /** A sure count: the balance learns from its own error, and begins anew. */
    void begin(double count, double countVariance, Instant at) {
        if (since.isAfter(Instant.EPOCH)) {
            learnedEntries += Math.max(0, sure + entries - count);
            learnedExits += exits;
            double shrink = Math.min(1, LONGEST_MEMORY / Math.max(1, learnedExits));
            learnedEntries *= shrink;
            learnedExits *= shrink;
        }
        people = count;
        inSecond = 0;
        second = Long.MIN_VALUE;
        variance = countVariance;
        entries = 0;
        exits = 0;
        sure = count;
        since = at;
        arrivals.clear();
        arrive((long) Math.ceil(count), at);
    }

    /**
     * Moves the balance towards an observation that is not sure. Two observations of one time are not independent, so one
     * that comes within {@link #BETWEEN_CORRECTIONS} of the last one changes nothing. Nor does one before somebody has passed.
     *
     * @param observed people, by other sensors
     * @param uncertainty the variance of that, over 0
     * @return whether the balance moved
     */
    boolean correct(double observed, double uncertainty, Instant at) {
        if (!passed.isAfter(corrected) || at.isBefore(corrected.plus(BETWEEN_CORRECTIONS))) {
            return false;
        }
        corrected = at;
        double gain = variance / (variance + uncertainty);
        settle();
        double moved = Math.max(0, people + gain * (observed - people));
        arrive((long) Math.ceil(moved - people), at);
        people = moved;
        variance *= 1 - gain;
        return true;
    }
}
