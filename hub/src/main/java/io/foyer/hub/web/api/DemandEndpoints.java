package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.ContractAdvice;
import io.foyer.hub.domain.cost.MoneyRounding;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.EnergyHistory;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyItem;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.wire.ContractEntry;
import io.foyer.hub.web.wire.DemandEntry;
import io.foyer.hub.web.wire.DemandEntry.MonthMaximum;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints for the demand of an electricity meter: the present quarter-hour, and what should be agreed. */
final class DemandEndpoints {
    private static final int CONTRACT_MONTHS = 12;

    private final SiteDirectory directory;
    private final Archive archive;

    DemandEndpoints(SiteDirectory directory, Archive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        Parameter meter = Parameter.text("meter", "The meter's id").required();
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/demand",
                                Roles.ENERGY,
                                "energy",
                                "How the present quarter-hour of an electricity meter will end, in kW")
                        .takes(meter)
                        .answers(DemandEntry.class)
                        .handledBy(this::demand),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/demand/contract",
                                Roles.ENERGY,
                                "energy",
                                "Which contracted demand would have been cheapest over the last twelve months")
                        .takes(meter)
                        .answers(ContractEntry.class)
                        .handledBy(this::contract));
    }

    private Future<ApiAnswer> demand(ApiCall call) {
        Meter meter = EnergyQuery.electricity(call);
        return call.answer(() -> directory
                .demand(call.site(), Objects.requireNonNull(meter).id())
                .compose(outlook -> months(call, meter, 1)
                        .map(months -> ApiAnswer.ok(entry(
                                call,
                                meter.id(),
                                outlook.orElseGet(() -> new DemandOutlook(
                                        Quarters.startOf(call.now()).plus(Quarters.LENGTH), 0, null, null)),
                                months)))));
    }

    private static DemandEntry entry(ApiCall call, String meter, DemandOutlook outlook, List<EnergyItem> months) {
        MaximumCharge charge = charge(call, meter);
        BigDecimal contracted = charge == null ? null : charge.contracted();
        Double power = outlook.powerW();
        Long energy = outlook.projected();
        BigDecimal projected = energy == null ? null : Medium.ELECTRICITY.decimal(Quarters.demand(energy));
        return new DemandEntry(
                power == null
                        ? null
                        : BigDecimal.valueOf(power)
                                .movePointLeft(3)
                                .setScale(6, RoundingMode.HALF_UP)
                                .stripTrailingZeros(),
                projected,
                outlook.endsAt(),
                contracted,
                contracted == null || projected == null ? null : contracted.subtract(projected),
                months.isEmpty() ? null : maximum(months.get(0)));
    }

    private static @Nullable MaximumCharge charge(ApiCall call, String meter) {
        LocalDate today = LocalDate.ofInstant(call.now(), call.definition().timeZone());
        return call.definition().tariffs().maximumCharge(meter, today);
    }

    private static @Nullable MonthMaximum maximum(EnergyItem month) {
        Long max = month.maxDemand();
        Instant at = month.demandAt();
        return max == null || at == null ? null : new MonthMaximum(Medium.ELECTRICITY.decimal(max), at);
    }

    private Future<ApiAnswer> contract(ApiCall call) {
        Meter meter = EnergyQuery.electricity(call);
        MaximumCharge charge = meter == null ? null : charge(call, meter.id());
        if (meter != null && charge == null) {
            call.fields().wrong("meter", "此表计的费率没有需量电价", "owes no charge for its maximum");
        }
        return call.answer(() -> months(call, Objects.requireNonNull(meter), CONTRACT_MONTHS)
                .map(months -> answer(call, Objects.requireNonNull(charge), months)));
    }

    private static ApiAnswer answer(ApiCall call, MaximumCharge charge, List<EnergyItem> months) {
        List<BigDecimal> maxima = months.stream()
                .map(EnergyItem::maxDemand)
                .filter(Objects::nonNull)
                .map(Medium.ELECTRICITY::decimal)
                .toList();
        if (maxima.isEmpty()) {
            return ApiAnswer.problem(404, "The meter has no quarter-hours in the last twelve months.");
        }
        Currency currency = Currency.getInstance(call.definition().currency());
        return ApiAnswer.ok(
                ContractEntry.of(ContractAdvice.of(charge, maxima), amount -> MoneyRounding.of(amount, currency)));
    }

    /** The months that end with the present one, the oldest first; those without a quarter-hour are left out. */
    private Future<List<EnergyItem>> months(ApiCall call, Meter meter, int count) {
        ZoneId zone = call.definition().timeZone();
        Instant from = LocalDate.ofInstant(call.now(), zone)
                .withDayOfMonth(1)
                .minusMonths(count - 1L)
                .atStartOfDay(zone)
                .toInstant();
        return StoreFault.of(archive.quarters(
                call.site(),
                Set.of(meter.id()),
                from,
                call.now(),
                EnergyHistory.of(meter.medium(), EnergyInterval.MONTH, zone)));
    }
}
