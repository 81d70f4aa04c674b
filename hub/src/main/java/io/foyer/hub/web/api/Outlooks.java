package io.foyer.hub.web.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.forecast.CountedDays;
import io.foyer.hub.domain.forecast.Forecast;
import io.foyer.hub.domain.forecast.Outlook;
import io.foyer.hub.domain.forecast.SiteCalendar;
import io.foyer.hub.domain.forecast.TypicalDay;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the usual and the expected counts once a quarter-hour for each zone and keeps them until the next. So a
 * hundred walls cost one look into the past. The hub keeps {@link #MOST} results; beyond that, the least used one goes.
 * It does not keep a failure. Only the people's loop uses this.
 */
final class Outlooks {
    private static final int MOST = 1_000;

    private final ZoneHistory histories;
    private final Map<OutlookQuestion, Future<Outlook>> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run)
            .<OutlookQuestion, Future<Outlook>>build()
            .asMap();

    /**
     * @param typicalOf null asks for the forecast
     * @param quarter the beginning of the quarter-hour of the question
     */
    private record OutlookQuestion(
            String site, String zone, @Nullable LocalDate typicalOf, Instant quarter) {}

    Outlooks(Archive archive) {
        histories = new ZoneHistory(archive);
    }

    /** The usual counts of a zone on a day, from the weeks before the day and before today. */
    Future<Outlook> typical(ApiCall call, String zone, LocalDate day) {
        SiteDefinition site = call.definition();
        Instant quarter = quarter(call);
        LocalDate today = LocalDate.ofInstant(quarter, site.timeZone());
        LocalDate end = day.isBefore(today) ? day : today;
        return once(new OutlookQuestion(site.site(), zone, day, quarter), () -> past(
                        call,
                        zone,
                        end.minusWeeks(TypicalDay.WEEKS),
                        end.atStartOfDay(site.timeZone()).toInstant())
                .compose(past -> call.aside(() -> TypicalDay.of(past, SiteCalendar.of(site), day, today))));
    }

    /** The expected counts of a zone until the end of tomorrow, from the counts before this quarter-hour. */
    Future<Outlook> forecast(ApiCall call, String zone) {
        SiteDefinition site = call.definition();
        Instant quarter = quarter(call);
        LocalDate first = LocalDate.ofInstant(quarter, site.timeZone()).minusWeeks(Forecast.WEEKS);
        return once(new OutlookQuestion(site.site(), zone, null, quarter), () -> past(call, zone, first, quarter)
                .compose(past -> call.aside(() -> Forecast.of(past, SiteCalendar.of(site), quarter))));
    }

    private static Instant quarter(ApiCall call) {
        return OccupancyInterval.QUARTER.startOf(call.now(), call.definition().timeZone());
    }

    private Future<Outlook> once(OutlookQuestion question, Supplier<Future<Outlook>> answer) {
        Future<Outlook> kept = known.get(question);
        if (kept != null) {
            return kept;
        }
        Future<Outlook> asked = answer.get();
        known.put(question, asked);
        return asked.onFailure(cause -> known.remove(question, asked));
    }

    private Future<CountedDays> past(ApiCall call, String zone, LocalDate first, Instant end) {
        ZoneId clock = call.definition().timeZone();
        return histories
                .of(
                        call,
                        zone,
                        OccupancyInterval.QUARTER,
                        first.atStartOfDay(clock).toInstant(),
                        end)
                .map(items -> new CountedDays(items, clock));
    }
}
