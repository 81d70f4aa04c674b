package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;

/**
 * The people in one zone by the lines at its border: entries less exits since a sure count.
 *
 * <p>Lines miss people and count some twice, so the balance drifts. Between two sure counts (a camera, the empty night,
 * an operator) everybody who came is inside or has left. The balance learns from that how many people leave for each exit
 * that the lines count: the end-of-day condition of PLCount (Sangogboye and Kjærgaard, BuildSys 2016). The variance grows
 * with each passage and shrinks with each observation, as in a scalar Kalman filter (Kalman 1960). Nobody is believed to
 * stay longer than {@link ArrivalRegister#LONGEST_STAY}: entries time out one by one.
 *
 * <p>What is told of one second may come in any order: its passages are one step, and a sure count is true of its end.
 */
final class LineBalance {
    /** People walk on within this time. */
    private static final Duration BETWEEN_CORRECTIONS = Duration.ofMinutes(5);

    /** Of a balance that was never compared with anything, in people squared: a house begins with nobody in. */
    static final double FIRST_VARIANCE = 0.5;

    /** In people squared: a camera is right by half a person. */
    private static final double CAMERA_VARIANCE = 0.25;

    /** In people squared, of one passage: lines miss or double one in a hundred. */
    private static final double PASSAGE_VARIANCE = 0.01;

    /** So many passages without any error are believed before the first sure count. */
    private static final double BELIEF = 100;

    private static final double LONGEST_MEMORY = 2_000;
    private static final double LEAST_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 2;
    private static final double FORGETTING = 0.95;

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
    private double lineError;
    private double stayError;
    private final ArrivalRegister arrivals;

    // Of the second that may go on still.
    private long second;
    private long secondIn;
    private long secondOut;

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
        lineError = state.lineError();
        stayError = state.stayError();
        arrivals = new ArrivalRegister(state.arrivals());
        second = passed.getEpochSecond();
    }

    BalanceState state() {
        ArrivalRegister all = new ArrivalRegister(arrivals.hours());
        all.add(secondIn, Instant.ofEpochSecond(second));
        return new BalanceState(
                zone,
                unbounded(),
                variance(),
                entries + secondIn,
                exits + secondOut,
                sure,
                learnedEntries,
                learnedExits,
                since,
                passed,
                corrected,
                lineError,
                stayError,
                all.hours());
    }

    /** People in the zone, not negative. */
    double people() {
        return Math.max(0, unbounded());
    }

    private double unbounded() {
        return people + secondIn - secondOut * exitWeight();
    }

    double variance() {
        return variance + PASSAGE_VARIANCE * (secondIn + secondOut);
    }

    /** When somebody passed last; {@link Instant#EPOCH} where nobody did. */
    Instant passed() {
        return passed;
    }

    /** When the last sure count was true; {@link Instant#EPOCH} where there was none. */
    Instant since() {
        return since;
    }

    /** False where people also pass where no line counts, so that the lines lead away from what the camera sees. */
    boolean isFollowed() {
        return lineError <= stayError;
    }

    /** People who leave for each exit that the lines count. */
    double exitWeight() {
        double weight = (learnedEntries + BELIEF) / (learnedExits + BELIEF);
        return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
    }

    /**
     * People have passed at an instant, which may lie before the last passage. False where that was before the end of the
     * last sure count's second: then the count has them already.
     */
    boolean pass(long in, long out, Instant at) {
        passed = at.isAfter(passed) ? at : passed;
        if (at.getEpochSecond() <= since.getEpochSecond()) {
            return false;
        }
        if (at.getEpochSecond() != second) {
            settle();
            second = at.getEpochSecond();
        }
        secondIn += in;
        secondOut += out;
        timeOut(at);
        return true;
    }

    /** Ends the second that may go on still. */
    void settle() {
        people = people();
        variance = variance();
        entries += secondIn;
        exits += secondOut;
        arrivals.add(secondIn, Instant.ofEpochSecond(second));
        secondIn = 0;
        secondOut = 0;
    }

    /** Takes out people who would have stayed too long; true where that makes the people fewer. */
    boolean timeOut(Instant now) {
        if (now.getEpochSecond() != second) {
            settle();
        }
        long most = arrivals.most(now) + secondIn;
        boolean fewer = people() > most + 0.5;
        if (people() > most) {
            settle();
            people = most;
        }
        return fewer;
    }

    /** When somebody times out next, as far as is known; {@link Instant#MAX} where nobody is inside. */
    Instant nextTimeOut() {
        return people() < 0.5 ? Instant.MAX : arrivals.nextTimeOut(secondIn > 0 ? second : Long.MAX_VALUE);
    }

    /**
     * A camera has looked. Where the lines foresaw what it sees the balance goes on from there; otherwise it begins anew.
     *
     * @param before what the camera saw last
     */
    void look(int seen, int before, Instant at) {
        endSecond(at);
        double foreseen = people();
        lineError = FORGETTING * lineError + Math.abs(seen - foreseen);
        stayError = FORGETTING * stayError + Math.abs(seen - before);
        if (since.isAfter(Instant.EPOCH) && Math.round(foreseen) == seen) {
            variance = Math.min(variance, CAMERA_VARIANCE);
            since = at.isAfter(since) ? at : since;
        } else {
            begin(seen, CAMERA_VARIANCE, at);
        }
    }

    /** Of a second that ends with a sure count nobody passes any more. */
    private void endSecond(Instant at) {
        if (at.getEpochSecond() == second) {
            secondIn = 0;
            secondOut = 0;
        }
        settle();
        second = 0;
    }

    /** A sure count: the balance learns from its own error, and begins anew. */
    void begin(double count, double countVariance, Instant at) {
        endSecond(at);
        if (since.isAfter(Instant.EPOCH)) {
            learnedEntries += Math.max(0, sure + entries - count);
            learnedExits += exits;
            double shrink = Math.min(1, LONGEST_MEMORY / Math.max(1, learnedExits));
            learnedEntries *= shrink;
            learnedExits *= shrink;
        }
        people = count;
        variance = countVariance;
        entries = 0;
        exits = 0;
        sure = count;
        since = at;
        arrivals.clear();
        arrivals.add((long) Math.ceil(count), at);
    }

    /**
     * Moves the balance towards an observation that is not sure. Two observations of one time are not independent, so one
     * that comes within {@link #BETWEEN_CORRECTIONS} of the last one changes nothing. Nor does one before somebody has
     * passed, or in the second in which somebody passes.
     *
     * @param observed people, by other sensors
     * @param uncertainty the variance of that, over 0
     * @return whether the balance moved
     */
    boolean correct(double observed, double uncertainty, Instant at) {
        Instant now = Instant.ofEpochSecond(at.getEpochSecond());
        if (!passed.isBefore(now) || !passed.isAfter(corrected) || now.isBefore(corrected.plus(BETWEEN_CORRECTIONS))) {
            return false;
        }
        corrected = now;
        settle();
        double gain = variance / (variance + uncertainty);
        double moved = Math.max(0, people + gain * (observed - people));
        arrivals.add((long) Math.ceil(moved - people), at);
        people = moved;
        variance *= 1 - gain;
        return true;
    }
}
