package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells use from error in the readings of one register, as the contract says in the paragraph "Registers". A pure fold
 * over readings in order of time: the same readings give the same verdicts, whenever the fold runs.
 *
 * <p>The register holds a reading that does not continue the last sound one, until other readings explain it:
 *
 * <ul>
 *   <li>A reading that continues the old register makes all held readings errors. Nothing is lost.
 *   <li>Readings that rise from a held one make it a new beginning: a rollover, a restart or an epoch. One rise is
 *       enough after a jump or a deep fall; a fall of less than a tenth needs three. A register that repeats its value
 *       has not risen: an idle meter and a stuck meter look the same, and neither books anything.
 *   <li>After 24 hours, or after 1,500 held readings, the register believes the newest held readings as they are.
 * </ul>
 *
 * <p>Where the power of the meter is known and explains a rollover, the rollover is booked at once. Where the power is
 * unknown, a rollover waits for the next reading like any deep fall, because a single wrong zero would look the same. A
 * silence of more than 366 days is not booked: otherwise a clock that was wrong once could write decades of
 * quarter-hours.
 */
public final class Register {
    static final Duration HOLD = Duration.ofHours(24);
    static final int MOST_HELD = 1_500;
    private static final Duration LONGEST_GAP = Duration.ofDays(366);
    private static final Duration LONGEST_MEASURED = Duration.ofMinutes(15);
    private static final int RISES_AFTER_NOISE = 3;

    private Register() {}

    /**
     * The state that judges the next reading.
     *
     * @param last the last believed reading, or null before the first
     * @param held the readings since then without an explanation, in order of time
     */
    public record RegisterState(@Nullable Reading last, List<Reading> held) {
        public static final RegisterState EMPTY = new RegisterState(null, List.of());

        public RegisterState {
            held = List.copyOf(held);
        }

        /** The state after the readings from the last believed one on, in order of time. */
        static RegisterState after(List<JudgedReading> rows) {
            Reading last = null;
            List<Reading> held = new ArrayList<>();
            for (JudgedReading row : rows) {
                if (row.isBelieved()) {
                    last = row.reading();
                } else if (row.verdict() == ReadingVerdict.HELD) {
                    held.add(row.reading());
                }
            }
            return new RegisterState(last, held);
        }

        static RegisterState at(Reading last) {
            return new RegisterState(last, List.of());
        }
    }

    /**
     * The result of a reading: its verdict and the verdicts of the held readings that it explains, in order of time.
     */
    public record RegisterStep(RegisterState state, List<JudgedReading> judged) {
        public RegisterStep {
            judged = List.copyOf(judged);
        }

        /** The new epochs among the verdicts. {@code last} is the last believed reading before them, or null. */
        List<RegisterEpoch> epochs(@Nullable Reading last) {
            List<RegisterEpoch> epochs = new ArrayList<>();
            Reading before = last;
            for (JudgedReading row : judged) {
                if (row.verdict() == ReadingVerdict.EPOCH && before != null) {
                    epochs.add(new RegisterEpoch(before, row.reading()));
                }
                before = row.isBelieved() ? row.reading() : before;
            }
            return epochs;
        }
    }

    /** Judges a reading that is newer than all readings before it. */
    public static RegisterStep next(RegisterState state, Reading reading, RegisterLimits limits) {
        Reading last = state.last();
        if (reading.isPower() || (last != null && last.isPower())) {
            return PowerUse.next(state, reading);
        }
        if (last == null) {
            return new RegisterStep(
                    RegisterState.at(reading), List.of(new JudgedReading(reading, ReadingVerdict.BASELINE, null)));
        }
        List<Reading> held = state.held();
        List<Reading> rising = leadingTo(reading, held, last, limits);
        boolean jumped = !rising.isEmpty() && rising.get(0).register() > last.register();
        JudgedReading onward = jumped ? null : onward(last, reading, limits);
        if (onward != null) {
            return new RegisterStep(RegisterState.at(reading), append(errors(held), onward));
        }
        if (!rising.isEmpty() && rises(rising, reading) >= risesNeeded(last, rising.get(0))) {
            Reading newest = rising.get(rising.size() - 1);
            return new RegisterStep(
                    RegisterState.at(reading), append(begin(last, held, rising, limits), sound(newest, reading)));
        }
        if (!held.isEmpty()
                && (held.size() >= MOST_HELD
                        || !reading.at().isBefore(held.get(0).at().plus(HOLD)))) {
            Reading newest = held.get(held.size() - 1);
            List<Reading> before = held.subList(0, held.size() - 1);
            List<Reading> believed = append(leadingTo(newest, before, last, limits), newest);
            RegisterStep then = next(RegisterState.at(newest), reading, limits);
            return new RegisterStep(
                    then.state(),
                    Stream.concat(begin(last, held, believed, limits).stream(), then.judged().stream())
                            .toList());
        }
        return new RegisterStep(
                new RegisterState(last, append(held, reading)),
                List.of(new JudgedReading(reading, ReadingVerdict.HELD, null)));
    }

    /** The verdict of a reading that continues the last sound one, or null where the reading does not. */
    private static @Nullable JudgedReading onward(Reading last, Reading reading, RegisterLimits limits) {
        if (isLonger(last, reading, LONGEST_GAP)) {
            return new JudgedReading(reading, ReadingVerdict.EPOCH, null);
        }
        long rise = reading.register() - last.register();
        if (rise >= 0) {
            return limits.explain(rise, last, reading) ? sound(last, reading) : null;
        }
        if (limits.maxPowerW() == null || !isDeep(last, reading)) {
            return null;
        }
        OptionalLong over = limits.rollover(last, reading);
        return over.isEmpty() ? null : booked(ReadingVerdict.ROLLOVER, last, reading, over.getAsLong());
    }

    /** A chain of held readings, oldest first: each leads to the next, and the newest leads to {@code reading}. */
    private static List<Reading> leadingTo(Reading reading, List<Reading> held, Reading last, RegisterLimits limits) {
        Deque<Reading> found = new ArrayDeque<>();
        Reading next = reading;
        for (int i = held.size() - 1; i >= 0; i--) {
            if (goesOn(held.get(i), next, last, limits)) {
                next = held.get(i);
                found.addFirst(next);
            }
        }
        return List.copyOf(found);
    }

    /**
     * True where one reading continues another. Where the power is unknown any rise is possible; then a rise from a
     * deep fall to the old level counts as the return to that level.
     */
    private static boolean goesOn(Reading from, Reading to, Reading last, RegisterLimits limits) {
        long rise = to.register() - from.register();
        boolean back = limits.maxPowerW() == null && isDeep(last, from) && !isDeep(last, to);
        return rise >= 0 && !back && limits.explain(rise, from, to);
    }

    private static int risesNeeded(Reading last, Reading first) {
        boolean noise = first.register() < last.register() && !isDeep(last, first);
        return noise ? RISES_AFTER_NOISE : 1;
    }

    private static int rises(List<Reading> rising, Reading reading) {
        int rises = 0;
        Reading from = rising.get(0);
        for (Reading to : append(rising, reading)) {
            rises += to.register() > from.register() ? 1 : 0;
            from = to;
        }
        return rises;
    }

    /** Believes some of the held readings. The others become errors. */
    private static List<JudgedReading> begin(
            Reading last, List<Reading> held, List<Reading> believed, RegisterLimits limits) {
        List<JudgedReading> judged = new ArrayList<>();
        int next = 0;
        for (Reading reading : held) {
            if (next == believed.size() || !believed.get(next).equals(reading)) {
                judged.add(new JudgedReading(reading, ReadingVerdict.ERROR, null));
            } else {
                judged.add(next == 0 ? first(last, reading, limits) : sound(believed.get(next - 1), reading));
                next++;
            }
        }
        return judged;
    }

    private static JudgedReading first(Reading last, Reading reading, RegisterLimits limits) {
        if (isDeep(last, reading)) {
            OptionalLong over = limits.rollover(last, reading);
            if (over.isPresent()) {
                return booked(ReadingVerdict.ROLLOVER, last, reading, over.getAsLong());
            }
            if (limits.explain(reading.register(), last, reading)) {
                return booked(ReadingVerdict.RESTART, last, reading, reading.register());
            }
        }
        return new JudgedReading(reading, ReadingVerdict.EPOCH, null);
    }

    private static List<JudgedReading> errors(List<Reading> held) {
        return held.stream()
                .map(reading -> new JudgedReading(reading, ReadingVerdict.ERROR, null))
                .toList();
    }

    private static JudgedReading sound(Reading from, Reading to) {
        return booked(ReadingVerdict.SOUND, from, to, to.register() - from.register());
    }

    private static JudgedReading booked(ReadingVerdict verdict, Reading from, Reading to, long quantity) {
        return new JudgedReading(
                to, verdict, new Consumption(from.at(), to.at(), quantity, isLonger(from, to, LONGEST_MEASURED)));
    }

    /** True for a fall by a tenth or more. */
    private static boolean isDeep(Reading last, Reading reading) {
        long fall = last.register() - reading.register();
        return fall > 0 && fall >= (last.register() + 9) / 10;
    }

    private static boolean isLonger(Reading from, Reading to, Duration duration) {
        return Duration.between(from.at(), to.at()).compareTo(duration) > 0;
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
