package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.forecast.Outlook;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.OutlookEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Endpoints for the usual and the expected counts of zones. */
final class OutlookEndpoints {
    private final Outlooks outlooks;

    OutlookEndpoints(Archive archive) {
        this.outlooks = new Outlooks(archive);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/typical",
                                Roles.ALL,
                                "occupancy",
                                "How many people are usual in a zone on such a day, by quarter-hours of the whole local day")
                        .describedAs(
                                "The hub takes the days of the same kind in the eight weeks before. A day off counts"
                                        + " as a Sunday, a made-up workday as a Monday. The answer leaves out a quarter-hour that"
                                        + " was counted on fewer than three of these days.")
                        .takes(Parameter.ZONE, Parameter.date("date", "The day; the default is today"))
                        .answers(OutlookEntry.class)
                        .handledBy(this::typical),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/forecast",
                                Roles.ALL,
                                "occupancy",
                                "How many people a zone will have, by quarter-hours from now to the end of tomorrow")
                        .describedAs("The hub learns from the twelve weeks before and from today so far, once a"
                                + " quarter-hour. The answer leaves out a quarter-hour that was counted on fewer"
                                + " than three days of its kind.")
                        .takes(
                                Parameter.ZONE,
                                Parameter.instant(
                                        "until",
                                        "The end of the forecast; the default and the latest end is the end of tomorrow. A date includes its whole day."))
                        .answers(OutlookEntry.class)
                        .handledBy(this::forecast));
    }

    private Future<ApiAnswer> typical(ApiCall call) {
        Zone zone = call.zone();
        LocalDate asked = call.fields().optionalDate("date", call.query("date"));
        LocalDate day = asked == null
                ? LocalDate.ofInstant(call.now(), call.definition().timeZone())
                : asked;
        return call.answer(
                () -> answer(outlooks.typical(call, Objects.requireNonNull(zone).id(), day)));
    }

    private Future<ApiAnswer> forecast(ApiCall call) {
        Zone zone = call.zone();
        ZoneId clock = call.definition().timeZone();
        Instant end = LocalDate.ofInstant(call.now(), clock)
                .plusDays(2)
                .atStartOfDay(clock)
                .toInstant();
        Instant asked = call.fields().lastInstant("until", call.query("until"), clock);
        Instant until = asked == null ? end : asked;
        if (!until.isAfter(call.now())) {
            call.fields().wrong("until", "须在现在之后", "must be after now");
        } else if (until.isAfter(end)) {
            call.fields().wrong("until", "最晚到明天结束", "must be the end of tomorrow at the latest");
        }
        return call.answer(() -> answer(
                outlooks.forecast(call, Objects.requireNonNull(zone).id()).map(outlook -> outlook.before(until))));
    }

    private static Future<ApiAnswer> answer(Future<Outlook> outlook) {
        return outlook.map(found -> ApiAnswer.ok(OutlookEntry.of(found)));
    }
}
