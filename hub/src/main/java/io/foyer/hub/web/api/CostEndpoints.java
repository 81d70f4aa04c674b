package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.MeterCosts;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.tariff.BandStretch;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.BandStretchEntry;
import io.foyer.hub.web.wire.CostEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Endpoints for prices: what a tariff's bands are when, and what a meter's use costs. */
final class CostEndpoints {
    private static final int LONGEST_BANDS_DAYS = 40;

    private final Archive archive;

    CostEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                bands(),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/cost",
                                Roles.ENERGY,
                                "energy",
                                "What a meter's use costs by steps of the site's clock, band by band")
                        .describedAs(HistoryQuery.WORDS
                                + " The answer leaves out steps without a reading. The hub rounds each amount"
                                + " once, half up, and `cost` is their sum. Only steps of a month have `demand`.")
                        .takes(
                                Parameter.text("meter", "The meter's id").required(),
                                HistoryQuery.parameter(EnergyEndpoints.STEPS.keySet(), StepLength.DAY),
                                TimeRange.FROM,
                                TimeRange.TO,
                                HistoryQuery.LIMIT,
                                Parameter.CURSOR)
                        .answersList(CostEntry.class)
                        .handledBy(this::cost));
    }

    private Endpoint bands() {
        return Operation.ofSite(
                        HttpMethod.GET,
                        "/tariffs/{id}/bands",
                        Roles.ENERGY,
                        "energy",
                        "The bands of a tariff by time, with their prices")
                .describedAs("Called days and published prices count. A range is 40 days at most.")
                .takes(TimeRange.FROM, TimeRange.TO)
                .answersList(BandStretchEntry.class)
                .handledBy(this::bands);
    }

    private Future<ApiAnswer> bands(ApiCall call) {
        String id = call.id();
        Tariff tariff = call.definition().tariffs().byId().get(id);
        TimeRange range = TimeRange.of(call, LONGEST_BANDS_DAYS, "bands");
        return call.answer(() -> tariff == null
                ? Future.succeededFuture(ApiAnswer.missing("tariff " + id))
                : StoreFault.of(archive.tariffNotices(call.site(), id, range.from(), range.to()))
                        .map(told -> BandStretch.of(
                                        new TariffClock(
                                                tariff, call.definition().timeZone(), told),
                                        range.from(),
                                        range.to())
                                .stream()
                                .map(BandStretchEntry::of)
                                .toList())
                        .map(items -> ApiAnswer.ok(ItemList.all(items))));
    }

    private Future<ApiAnswer> cost(ApiCall call) {
        Meter meter = call.meter();
        if (meter != null && call.definition().tariffs().of(meter.id()) == null) {
            call.fields().wrong("meter", "此表计没有费率", "has no tariff in the site file");
        }
        HistoryQuery steps = HistoryQuery.of(call, EnumSet.copyOf(EnergyEndpoints.STEPS.keySet()), StepLength.DAY);
        return call.answer(() -> cost(call, Objects.requireNonNull(meter), steps));
    }

    private Future<ApiAnswer> cost(ApiCall call, Meter meter, HistoryQuery steps) {
        EnergyInterval step = Objects.requireNonNull(EnergyEndpoints.STEPS.get(steps.length()));
        Instant from = steps.page().from();
        Instant to = steps.page().to();
        Set<String> meters = Set.of(meter.id());
        return new Billing(archive)
                .terms(call.definition(), meters, from, to)
                .compose(terms -> StoreFault.of(archive.quarters(
                        call.site(),
                        meters,
                        MeterCosts.readsFrom(terms, from),
                        to,
                        MeterCosts.of(terms, step, from, to))))
                .map(costs -> costs.of(meter.id()).stream()
                        .map(item -> CostEntry.of(item, meter.medium()))
                        .toList())
                .map(items -> ApiAnswer.ok(new ItemList<>(items, steps.cursor())));
    }
}
