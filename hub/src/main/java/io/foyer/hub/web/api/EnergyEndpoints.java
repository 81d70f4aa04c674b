package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.MeterCosts;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.EnergyHistory;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.api.PagedDownload.FilePage;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.EnergyStep;
import io.foyer.hub.web.wire.LiveMeter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Endpoints for meters: their present values and their history. */
final class EnergyEndpoints {
    static final EnumMap<StepLength, EnergyInterval> STEPS = new EnumMap<>(Map.of(
            StepLength.QUARTER,
            EnergyInterval.QUARTER,
            StepLength.HOUR,
            EnergyInterval.HOUR,
            StepLength.DAY,
            EnergyInterval.DAY,
            StepLength.MONTH,
            EnergyInterval.MONTH));

    /** Of a table: 50 days of quarter-hours are in memory at once. */
    private static final int LINES_A_PAGE = 4_800;

    private final Archive archive;
    private final LiveFeed feed;

    EnergyEndpoints(Archive archive, LiveFeed feed) {
        this.archive = archive;
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(HttpMethod.GET, "/energy", Roles.ENERGY, "energy", "The present values of every meter")
                        .answers(Meters.class)
                        .handledBy(call -> Future.succeededFuture(ApiAnswer.ok(new Meters(feed.meters(call.site()))))),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/history",
                                Roles.ENERGY,
                                "energy",
                                "What a meter, or a zone's topmost meters together, used by steps of the site's clock")
                        .describedAs(
                                HistoryQuery.WORDS + " The answer leaves out steps without a reading. A table (CSV) has"
                                        + " the whole range, without `limit` and `cursor`.")
                        .takes(
                                EnergyQuery.METER,
                                EnergyQuery.ZONE,
                                EnergyQuery.MEDIUM,
                                CsvAnswer.FORMAT,
                                HistoryQuery.parameter(STEPS.keySet(), StepLength.HOUR),
                                TimeRange.FROM,
                                TimeRange.TO,
                                HistoryQuery.LIMIT,
                                Parameter.CURSOR)
                        .answersList(EnergyStep.class)
                        .handledBy(this::history));
    }

    record Meters(List<LiveMeter> meters) {}

    private Future<ApiAnswer> history(ApiCall call) {
        EnergyQuery asking = EnergyQuery.of(call);
        if (CsvAnswer.isAsked(call)) {
            HistoryQuery whole = HistoryQuery.whole(call, EnumSet.copyOf(STEPS.keySet()), StepLength.HOUR);
            Buffer heading = CsvAnswer.heading(EnergyStep.COLUMNS);
            return call.answer(() -> page(call, asking, whole.length(), whole.page(), heading)
                    .map(first -> CsvAnswer.of(call.site() + "-energy", first)));
        }
        HistoryQuery steps = HistoryQuery.of(call, EnumSet.copyOf(STEPS.keySet()), StepLength.HOUR);
        return call.answer(() -> steps(call.definition(), asking, steps.length(), steps.page())
                .map(items -> ApiAnswer.ok(new ItemList<>(items, steps.cursor()))));
    }

    /** The steps of a range as lines, page by page. */
    private Future<FilePage> page(
            ApiCall call, EnergyQuery asking, StepLength length, TimeRange range, Buffer heading) {
        SiteDefinition definition = call.definition();
        Instant end = length.end(range.from(), LINES_A_PAGE, definition.timeZone());
        boolean isLast = !end.isBefore(range.to());
        return steps(definition, asking, length, isLast ? range : new TimeRange(range.from(), end))
                .map(items -> new FilePage(
                        heading.appendBuffer(CsvAnswer.lines(items, EnergyStep::cells)),
                        isLast
                                ? null
                                : () -> page(call, asking, length, new TimeRange(end, range.to()), Buffer.buffer())));
    }

    private Future<List<EnergyStep>> steps(
            SiteDefinition definition, EnergyQuery asking, StepLength length, TimeRange range) {
        EnergyInterval step = Objects.requireNonNull(STEPS.get(length));
        Instant from = range.from();
        Instant to = range.to();
        return new Billing(archive)
                .terms(definition, asking.meters(), from, to)
                .compose(terms -> StoreFault.of(archive.quarters(
                        definition.site(),
                        asking.meters(),
                        MeterCosts.readsFrom(terms, from),
                        to,
                        Collectors.teeing(
                                Collectors.filtering(
                                        quarter -> !quarter.start().isBefore(from),
                                        EnergyHistory.of(asking.medium(), step, definition.timeZone())),
                                MeterCosts.of(terms, step, from, to),
                                (items, costs) -> steps(items, costs.sums(), asking.medium())))));
    }

    private static List<EnergyStep> steps(
            List<EnergyHistory.EnergyItem> items, Map<Instant, BigDecimal> costs, Meter.Medium medium) {
        return items.stream()
                .map(item -> EnergyStep.of(item, medium, costs.get(item.at())))
                .toList();
    }
}
