package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The people in one zone by those who pass the zone's border, as one source tells: entries less exits since a sure count.
 *
 * <p>Lines miss people and count some twice, and some people pass a door behind another one's badge, so the balance
 * drifts. Between two sure counts (a camera, the empty night, an operator) everybody who came is inside or has left. The
 * balance learns from that how many people leave for each exit: the end-of-day condition of PLCount (Sangogboye and
 * Kjærgaard, BuildSys 2016). The rest of the error tells how far the balance can be believed: the variance grows with each
 * passage. Nobody is believed to stay longer than {@link ArrivalRegister#LONGEST_STAY}: entries time out one by one.
 *
 * <p>What is told of one second may come in any order: its passages are one step, and a sure count is true of its end.
 */
final class BorderBalance {
    /** Of a balance that was never compared with anything, in people squared: a house begins with nobody in. */
    static final double FIRST_VARIANCE = 0.5;

    /** In people squared: a camera is right by half a person. */
    private static final double CAMERA_VARIANCE = 0.25;

    private static final double FORGETTING = 0.95;

    private final String zone;
    private final BalanceSource source;
    private double people;
    private double variance;
    private long entries;
    private long exits;
    private double sure;
    private int seen;
    private LearnedErrors learned;
    private Instant since;
    private Instant passed;
    private double lineError;
    private double stayError;
    private final ArrivalRegister arrivals;

    // Of the second that may go on still.
    private long second;
    private long secondIn;
    private long secondOut;

    BorderBalance(BalanceState state) {
        zone = state.zone();
        source = state.source();
        people = state.people();
        variance = state.variance();
        entries = state.entries();
        exits = state.exits();
        sure = state.sure();
        seen = state.seen();
        learned = state.learned();
        since = state.since();
        passed = state.passed();
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
                source,
                unbounded(),
                variance(),
                entries + secondIn,
                exits + secondOut,
                sure,
                seen,
                learned,
                since,
                passed,
                lineError,
                stayError,
                all.hours());
    }

    /** People in the zone, not negative. */
    double people() {
        return Math.max(0, unbounded());
    }

    private double unbounded() {
        return people + secondIn - secondOut * learned.exitWeight(source);
    }

    double variance() {
        return variance + learned.passageVariance(source) * (secondIn + secondOut);
    }

    LearnedErrors learned() {
        return learned;
    }

    /** What the balance tells of the people in the zone. */
    Measurement measurement() {
        return new Measurement(people(), variance());
    }

    /** When somebody passed last, as far as is known; {@link Instant#EPOCH} where no line was heard. */
    Instant passed() {
        return passed;
    }

    /** A line is heard for the first time. Who passed before is not known; true where no line was heard earlier. */
    boolean hear(Instant at) {
        boolean first = passed.equals(Instant.EPOCH);
        passed = first ? at.truncatedTo(ChronoUnit.SECONDS) : passed;
        return first;
    }

    /** When the last sure count was true; {@link Instant#EPOCH} where there was none. */
    Instant since() {
        return since;
    }

    /** False where people also pass where no line counts, so that the lines lead away from what the camera sees. */
    boolean isFollowed() {
        return lineError <= stayError;
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
        seen = 0;
        if (at.getEpochSecond() != second) {
            settle();
            second = at.getEpochSecond();
        }
        secondIn += in;
        secondOut += out;
        timeOut(at);
        return true;
    }

    /** Of the people in the zone other sensors see so many at once; true where they never saw as many since somebody passed. */
    boolean see(int others) {
        int most = (int) Math.min(others, Math.round(people()));
        boolean more = most > seen;
        seen = Math.max(seen, most);
        return more;
    }

    /** The most people whom other sensors saw at once, since somebody passed. They are inside still. */
    int seen() {
        return seen;
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
            double left = Math.max(0, sure + entries - count);
            learned = learned.and(left, entries, exits, people - count, Duration.between(since, at));
        }
        people = count;
        variance = countVariance;
        entries = 0;
        exits = 0;
        seen = 0;
        sure = count;
        since = at;
        arrivals.clear();
        arrivals.add((long) Math.ceil(count), at);
    }
}
