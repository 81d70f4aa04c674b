package io.foyer.hub.backtest;

import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far the ways of counting lay from the truth of one zone, at each minute. */
final class CountingScore {
    private static final Duration SAMPLE = Duration.ofMinutes(5);
    private static final String FORMAT = "%-28s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s";

    private final String subject;
    private final double[] squares = new double[4];
    private double error;
    private double bias;
    private double truth;
    private long inUse;
    private long covered;
    private long known;
    private long all;

    CountingScore(String subject) {
        this.subject = subject;
    }

    static String head() {
        return FORMAT.formatted(
                "root mean square error",
                "people",
                "plain",
                "reset",
                "register",
                "Foyer",
                "of plain",
                "mean",
                "bias",
                "in range",
                "unknown");
    }

    /**
     * Compares at each minute of [from, until) at which Foyer knows the count.
     *
     * @param foyer what Foyer shows at an instant; null where that is unknown
     */
    void add(
            NavigableMap<Instant, Integer> people,
            BorderCounts usual,
            Function<Instant, @Nullable ZoneCount> foyer,
            Instant from,
            Instant until) {
        NavigableMap<Instant, Integer> plain = usual.plain();
        NavigableMap<Instant, Integer> reset = usual.reset();
        NavigableMap<Instant, Integer> register = usual.register();
        for (Instant at = from; at.isBefore(until); at = at.plus(SAMPLE)) {
            ZoneCount shown = foyer.apply(at);
            Integer told = shown == null ? null : shown.count();
            all++;
            if (shown != null && told != null) {
                int really = standing(people, at);
                boolean used = really > 0 || told > 0;
                inUse += used ? 1 : 0;
                covered += used && isWithin(shown, really) ? 1 : 0;
                known++;
                truth += really;
                squares[0] += square(standing(plain, at) - really);
                squares[1] += square(standing(reset, at) - really);
                squares[2] += square(standing(register, at) - really);
                squares[3] += square(told - really);
                error += Math.abs(told - really);
                bias += told - really;
            }
        }
    }

    private static int standing(NavigableMap<Instant, Integer> counts, Instant at) {
        Map.Entry<Instant, Integer> standing = counts.floorEntry(at);
        return standing == null ? 0 : standing.getValue();
    }

    private static double square(double error) {
        return error * error;
    }

    private static boolean isWithin(ZoneCount shown, int really) {
        Integer low = shown.low();
        Integer high = shown.high();
        return (low == null || low <= really) && (high == null || really <= high);
    }

    private double root(int column) {
        return Math.sqrt(squares[column] / known);
    }

    /** Foyer's error as a part of that of plain entries less exits. */
    double ofPlain() {
        return root(3) / root(0);
    }

    /** The mean of Foyer's errors without their signs, in people. */
    double meanError() {
        return error / known;
    }

    /** Of the time in which somebody was there, or shown: the share in which the truth lay in the range that Foyer showed. */
    double inRange() {
        return (double) covered / inUse;
    }

    double meanPeople() {
        return truth / known;
    }

    String line() {
        return FORMAT.formatted(
                subject,
                two(meanPeople()),
                two(root(0)),
                two(root(1)),
                two(root(2)),
                two(root(3)),
                two(ofPlain()),
                two(meanError()),
                two(bias / known),
                String.format(Locale.ROOT, "%.1f %%", 100 * inRange()),
                String.format(Locale.ROOT, "%.1f %%", 100.0 * (all - known) / all));
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
