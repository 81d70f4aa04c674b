package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.energy.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The mean week of the past: each quarter-hour of the week has the mean of the same quarter-hours of the past weeks, and
 * where there is none, the mean of all.
 */
final class UsualWeek {
    /** So many weeks before today tell what is usual. */
    static final int WEEKS = 8;

    /** The fewest whole weeks that tell how far a week may be from the mean. */
    static final int LEAST_WEEKS = 3;

    /** Eight chances in ten lie within so many standard deviations. */
    private static final double EIGHT_IN_TEN = 1.28;

    private static final int A_DAY = 96;
    private static final int A_WEEK = 7 * A_DAY;

    private final ZoneId zone;
    private final long[] sums = new long[A_WEEK];
    private final int[] counts = new int[A_WEEK];
    private final long[] weeks = new long[WEEKS];
    private final int[] known = new int[WEEKS];

    private UsualWeek(ZoneId zone) {
        this.zone = zone;
    }

    /** The week of the {@link #WEEKS} before a day. */
    static UsualWeek before(LocalDate today, Collection<Quarter> quarters, ZoneId zone) {
        UsualWeek usual = new UsualWeek(zone);
        for (Quarter quarter : quarters) {
            ZonedDateTime at = quarter.start().atZone(zone);
            long days = ChronoUnit.DAYS.between(at.toLocalDate(), today);
            if (days > 0 && days <= 7L * WEEKS) {
                int week = (int) ((days - 1) / 7);
                usual.weeks[week] += quarter.quantity();
                usual.known[week]++;
                usual.sums[place(at)] += quarter.quantity();
                usual.counts[place(at)]++;
            }
        }
        return usual;
    }

    private static int place(ZonedDateTime at) {
        return (at.getDayOfWeek().getValue() - 1) * A_DAY + at.getHour() * 4 + at.getMinute() / 15;
    }

    /** What to expect of a quarter-hour; null where the past tells nothing. */
    @Nullable Long at(Instant start) {
        int place = place(start.atZone(zone));
        if (counts[place] > 0) {
            return Math.round((double) sums[place] / counts[place]);
        }
        int all = IntStream.of(counts).sum();
        return all == 0 ? null : (Long) Math.round((double) LongStream.of(sums).sum() / all);
    }

    /** How many of the past weeks are whole. An hour that a change of clocks drops may be missing. */
    int whole() {
        return (int) IntStream.range(0, WEEKS).filter(this::isWhole).count();
    }

    private boolean isWhole(int week) {
        return known[week] >= A_WEEK - 4;
    }

    /**
     * How far what is to come may be from the mean, as a part of it, with eight chances in ten: as far as a single new
     * week is from the mean of the whole weeks. It counts as if all that is to come were off in one direction. Null where
     * too few weeks tell.
     */
    @Nullable Double range() {
        double[] totals = IntStream.range(0, WEEKS)
                .filter(this::isWhole)
                .mapToDouble(week -> weeks[week])
                .toArray();
        double mean = Arrays.stream(totals).average().orElse(0);
        if (totals.length < LEAST_WEEKS || mean <= 0) {
            return null;
        }
        double squares = Arrays.stream(totals)
                .map(total -> (total - mean) * (total - mean))
                .sum();
        double deviation = Math.sqrt(squares / (totals.length - 1));
        return EIGHT_IN_TEN * deviation * Math.sqrt(1 + 1.0 / totals.length) / mean;
    }
}
