package io.foyer.hub.backtest;

import io.foyer.hub.domain.forecast.CountBand;
import io.foyer.hub.domain.forecast.CountedDays;
import io.foyer.hub.domain.forecast.Forecast;
import io.foyer.hub.domain.forecast.Outlook;
import io.foyer.hub.domain.forecast.SiteCalendar;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Forecasts each day of recorded counts from what was known then, beside the same hour of last week and the mean of the
 * last four weeks. It begins in the sixth week and issues a forecast every hour from 7 to 17. What the forecast weighs by
 * was chosen on weeks 6 to 9; weeks 10 to 15 had no say in it.
 */
public final class ForecastBacktest {
    private static final int FIRST_DAY = 35;
    private static final int FIRST_UNSEEN_DAY = 63;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 17;
    private static final int WEEK = 7 * DoorCounts.QUARTERS;

    /** Labor Day, the one public holiday of the recorded weeks. */
    private static final SiteCalendar CALENDAR = new SiteCalendar(Set.of(LocalDate.of(2005, 9, 5)), Set.of());

    private final DoorCounts counts;
    private final double[] truth;
    private final double[] seen;
    final PartScore restOfChosen = new PartScore("weeks 6 to 9, rest of today");
    final PartScore tomorrowOfChosen = new PartScore("weeks 6 to 9, tomorrow");
    final PartScore restOfUnseen = new PartScore("weeks 10 to 15, rest of today");
    final PartScore tomorrowOfUnseen = new PartScore("weeks 10 to 15, tomorrow");
    final PartScore unseen = new PartScore("weeks 10 to 15, both");
    final PartScore all = new PartScore("all weeks, both");
    private double said;
    private int forecasts;
    private Duration taken = Duration.ZERO;

    ForecastBacktest(DoorCounts counts) {
        this.counts = counts;
        truth = counts.afterwards();
        seen = counts.atTheTime();
    }

    /** Prints the table of a file of recorded counts, which is the one word. */
    public static void main(String[] words) throws IOException {
        ForecastBacktest backtest = new ForecastBacktest(DoorCounts.read(Path.of(words[0])));
        backtest.run();
        backtest.print(System.out);
    }

    void run() {
        for (int day = FIRST_DAY; day < counts.days() - 1; day++) {
            for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
                forecast(day, hour);
            }
        }
    }

    private void forecast(int day, int hour) {
        LocalDate today = counts.first().plusDays(day);
        Instant now = today.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        long before = System.nanoTime();
        CountedDays past = past(day, hour);
        Outlook outlook = Forecast.of(past, CALENDAR, now);
        taken = taken.plusNanos(System.nanoTime() - before);
        said += outlook.error() == null ? 0 : outlook.error();
        forecasts++;
        for (CountBand band : outlook.items()) {
            int at = quarter(band.at());
            boolean isToday = at < (day + 1) * DoorCounts.QUARTERS;
            for (PartScore score : scores(day, isToday)) {
                score.add(
                        truth[at],
                        truth[at - WEEK],
                        (truth[at - WEEK] + truth[at - 2 * WEEK] + truth[at - 3 * WEEK] + truth[at - 4 * WEEK]) / 4,
                        band.expected(),
                        band.low() <= truth[at] && truth[at] <= band.high());
            }
        }
    }

    private List<PartScore> scores(int day, boolean isToday) {
        return day < FIRST_UNSEEN_DAY
                ? List.of(isToday ? restOfChosen : tomorrowOfChosen, all)
                : List.of(isToday ? restOfUnseen : tomorrowOfUnseen, unseen, all);
    }

    /** The weeks before as told afterwards, and today so far as told then. */
    private CountedDays past(int day, int hour) {
        int midnight = day * DoorCounts.QUARTERS;
        int from = Math.max(0, midnight - Forecast.WEEKS * WEEK);
        List<OccupancyItem> items = new ArrayList<>();
        for (int at = from; at < midnight + hour * 4; at++) {
            items.add(new OccupancyItem(instant(at), at < midnight ? truth[at] : seen[at], 1, 0, null, 0, 0));
        }
        return new CountedDays(items, ZoneOffset.UTC);
    }

    private Instant instant(int quarter) {
        return counts.first().atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(900L * quarter);
    }

    private int quarter(Instant at) {
        return (int) (Duration.between(instant(0), at).toSeconds() / 900);
    }

    /** The error that the forecasts named as theirs, on average. */
    double said() {
        return said / forecasts;
    }

    private void print(PrintStream out) {
        out.println(forecasts + " forecasts by quarter-hours to the end of tomorrow, issued every hour from "
                + FIRST_HOUR + " to " + LAST_HOUR + "; the weights were chosen on weeks 6 to 9.");
        out.println(PartScore.head());
        out.println(PartScore.secondHead());
        for (PartScore score : List.of(restOfChosen, tomorrowOfChosen, restOfUnseen, tomorrowOfUnseen, unseen, all)) {
            out.println(score.line());
        }
        out.printf("The error that a forecast names as its own was %.2f on average.%n", said());
        out.printf("A forecast took %.1f ms on average.%n", taken.toNanos() / 1e6 / forecasts);
    }
}
