package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.performance.BaseLoad;
import io.foyer.hub.domain.performance.BaseLoadCost;
import io.foyer.hub.domain.performance.MonthProjection;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.BaseLoadEntry;
import io.foyer.hub.web.wire.BudgetEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Endpoints for what a month will come to beside its budget, and for the base load in it. */
final class BudgetEndpoints {
    private static final int LONGEST_DAYS = 400;

    private final Archive archive;

    BudgetEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/budget",
                                Roles.ENERGY,
                                "energy",
                                "How a month of a meter will end, beside its budget")
                        .describedAs("The quarter-hours to come are the mean of the same weekday and time of the past"
                                + " eight weeks, at their own prices.")
                        .takes(
                                Parameter.text("meter", "The meter's id").required(),
                                Parameter.text("month", "A month such as 2026-11; the default is the present one"))
                        .answers(BudgetEntry.class)
                        .handledBy(this::budget),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/base-load",
                                Roles.ENERGY,
                                "energy",
                                "What an electricity meter's power is at night, at weekends and by day")
                        .describedAs("A range is 400 days at most. Quarter-hours that were spread over a gap tell no"
                                + " power.")
                        .takes(Parameter.text("meter", "The meter's id").required(), TimeRange.FROM, TimeRange.TO)
                        .answers(BaseLoadEntry.class)
                        .handledBy(this::baseLoad));
    }

    private Future<ApiAnswer> budget(ApiCall call) {
        Meter meter = call.meter();
        YearMonth month = month(call);
        return call.answer(() -> budget(call, Objects.requireNonNull(meter), month));
    }

    private Future<ApiAnswer> budget(ApiCall call, Meter meter, YearMonth month) {
        ZoneId zone = call.definition().timeZone();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant until = end.isBefore(call.now()) ? end : call.now();
        Set<String> meters = Set.of(meter.id());
        return new Billing(archive)
                .terms(
                        call.definition(),
                        meters,
                        month.atDay(1).atStartOfDay(zone).toInstant(),
                        end)
                .compose(terms -> {
                    CostTerms own = terms.get(meter.id());
                    return StoreFault.of(archive.quarters(
                                    call.site(),
                                    meters,
                                    MonthProjection.readsFrom(month, own, zone, until),
                                    until,
                                    Collectors.toList()))
                            .map(quarters -> MonthProjection.of(month, quarters, own, zone, until));
                })
                .map(found -> ApiAnswer.ok(BudgetEntry.of(
                        month, call.definition().energy().budgets().get(meter.id()), found, meter.medium())));
    }

    private static YearMonth month(ApiCall call) {
        MonthQuery month = MonthQuery.of(call);
        if (month.asked() == null || month.hasNotBegun()) {
            call.fields().wrong("month", "须为已开始的月份，例如 2026-11", "must be a month that has begun, such as 2026-11");
        }
        return Objects.requireNonNullElse(month.asked(), month.running());
    }

    private Future<ApiAnswer> baseLoad(ApiCall call) {
        Meter meter = EnergyQuery.electricity(call);
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "a base load");
        return call.answer(() -> baseLoad(call, Objects.requireNonNull(meter), range));
    }

    private Future<ApiAnswer> baseLoad(ApiCall call, Meter meter, TimeRange range) {
        Set<String> meters = Set.of(meter.id());
        return StoreFault.of(archive.quarters(
                        call.site(),
                        meters,
                        range.from(),
                        range.to(),
                        BaseLoad.of(call.definition().timeZone())))
                .compose(load -> new Billing(archive)
                        .terms(call.definition(), meters, range.from(), range.to())
                        .map(terms -> {
                            @Nullable CostTerms own = terms.get(meter.id());
                            return ApiAnswer.ok(BaseLoadEntry.of(
                                    load,
                                    own == null ? null : BaseLoadCost.ofMonth(load, own, range.from(), range.to())));
                        }));
    }
}
