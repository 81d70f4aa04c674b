package io.foyer.hub.web.api;

import io.foyer.hub.domain.baseline.Baseline;
import io.foyer.hub.domain.baseline.BaselineCourse;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.BaselineEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** The endpoint for what a meter would use as things were. */
final class BaselineEndpoints {
    /** 9,600 hours. */
    private static final int LONGEST_DAYS = 400;

    private final MeterPasts pasts;

    BaselineEndpoints(Archive archive) {
        pasts = new MeterPasts(archive);
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/energy/baseline",
                        Roles.ENERGY,
                        "energy",
                        "What a meter would use hour by hour as things were, how sure that is, and what it saved beside that")
                .describedAs("The hub learns from the " + Baseline.WEEKS + " weeks before the day of `from`, "
                        + Baseline.FEWEST_DAYS
                        + " days at least, and never from before a change of what the use depends"
                        + " on and no sensor tells. Ask with a `from` before a measure to learn its saving.")
                .takes(Parameter.text("meter", "The meter's id").required(), TimeRange.FROM, TimeRange.TO)
                .answers(BaselineEntry.class)
                .handledBy(this::baseline));
    }

    private Future<ApiAnswer> baseline(ApiCall call) {
        Meter meter = call.meter();
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "a baseline");
        return call.answer(() -> baseline(call, Objects.requireNonNull(meter), range));
    }

    private Future<ApiAnswer> baseline(ApiCall call, Meter meter, TimeRange range) {
        ZoneId zone = call.definition().timeZone();
        LocalDate from = LocalDate.ofInstant(range.from(), zone).minusWeeks(Baseline.WEEKS);
        LocalDate to = LocalDate.ofInstant(range.to(), zone).plusDays(1);
        return pasts.facts(call, meter, from, to)
                .compose(facts -> call.aside(() -> BaselineCourse.of(facts, range.from(), range.to())))
                .map(course -> ApiAnswer.ok(BaselineEntry.of(course, meter.medium())));
    }
}
