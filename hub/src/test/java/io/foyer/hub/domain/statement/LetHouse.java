package io.foyer.hub.domain.statement;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.ladder;
import static io.foyer.hub.domain.tariff.Terms.tier;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.cost.MeterCosts;
import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.domain.tariff.TariffRegister;
import io.foyer.hub.domain.tariff.TierLadder.TierPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A house of 100 m² with two offices of 20 and 30, each with meters, on one floor with a meter; billed by bands for power, with
 * charges for time and power, and by a ladder for water.
 */
final class LetHouse {
    static final YearMonth MONTH = YearMonth.parse("2026-11");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant FROM = MONTH.atDay(1).atStartOfDay(ZONE).toInstant();
    static final Instant END = MONTH.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    static final List<LocalDate> DAYS =
            MONTH.atDay(1).datesUntil(MONTH.plusMonths(1).atDay(1)).toList();
    static final Tariff POWER = new Tariff(
            "power",
            List.of(with(
                    version(
                            "2026-01-01",
                            band("peak", "1.2137", hours(8, 11)),
                            band("flat", "0.7219", BandTimes.ALWAYS)),
                    new FixedCharge(new BigDecimal("0.0412"), new BigDecimal("120"), BigDecimal.ZERO),
                    MaximumCharge.of(new BigDecimal("38")))));
    static final Tariff WATER =
            new Tariff("water", List.of(ladder(TierPeriod.MONTH, tier("low", "2", "3.45"), tier("high", "", "5.2"))));

    final SiteDefinition site;

    LetHouse(ShareBasis shares, int taxPercent, Map<String, String> tenants) {
        this(shares, taxPercent, tenants, Set.of("main", "tap"));
    }

    /** @param billed the meters that the supplier reads */
    LetHouse(ShareBasis shares, int taxPercent, Map<String, String> tenants, Set<String> billed) {
        List<Zone> zones =
                List.of(zone("house", null, 100), zone("f1", "house", 80), zone("o1", "f1", 20), zone("o2", "f1", 30));
        List<Meter> meters = List.of(
                meter("main", Medium.ELECTRICITY, null, "house"),
                meter("floor", Medium.ELECTRICITY, "main", "f1"),
                meter("p1", Medium.ELECTRICITY, "floor", "o1"),
                meter("p2", Medium.ELECTRICITY, "floor", "o2"),
                meter("tap", Medium.WATER, null, "house"),
                meter("w1", Medium.WATER, "tap", "o1"));
        Map<String, String> tariffs = new HashMap<>();
        meters.forEach(meter -> tariffs.put(meter.id(), meter.medium() == Medium.WATER ? "water" : "power"));
        site = new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                ZONE,
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                Map.of(),
                Map.of(),
                SiteDefinition.byId(meters, Meter::id),
                Map.of(),
                Map.of(),
                AccessPolicy.DEFAULT,
                new TariffRegister(Map.of("power", POWER, "water", WATER), tariffs, billed),
                new BillingPolicy(shares, BigDecimal.valueOf(taxPercent), tenants),
                EnergyTerms.NONE);
    }

    private static Zone zone(String id, String parent, double area) {
        return new Zone(id, parent, "room", BilingualText.of(id), null, null, area, null);
    }

    private static Meter meter(String id, Medium medium, String parent, String zone) {
        return new Meter(id, medium, parent, zone, null, null, null, null);
    }

    static Quarter quarter(String meter, String local, long used) {
        return new Quarter(
                meter,
                java.time.LocalDateTime.parse("2026-11-" + local).atZone(ZONE).toInstant(),
                used,
                false);
    }

    Map<String, CostTerms> terms() {
        Map<String, CostTerms> terms = new HashMap<>();
        site.tariffs()
                .billed()
                .forEach(meter -> terms.put(
                        meter,
                        new CostTerms(
                                new TariffClock(site.tariffs().of(meter), ZONE, TariffNotices.NONE),
                                Currency.getInstance("CNY"),
                                6,
                                true)));
        return terms;
    }

    MonthDivision divided(List<Tenancy> tenancies, List<Quarter> quarters) {
        MeterOwners owners = new MeterOwners(site, tenancies, DAYS);
        return quarters.stream()
                .sorted(Comparator.comparing(Quarter::start))
                .collect(new MonthDivision(site, owners, terms(), FROM, END).month());
    }

    List<CostStatement> statements(List<Tenancy> tenancies, List<Quarter> quarters) {
        return statements(tenancies, quarters, Map.of());
    }

    List<CostStatement> statements(
            List<Tenancy> tenancies, List<Quarter> quarters, Map<String, Map<Instant, RegisterPoint>> registers) {
        ZoneMeasure areas =
                (zone, day) -> BigDecimal.valueOf(site.zones().get(zone).areaM2());
        return Settlement.of(divided(tenancies, quarters), areas, registers);
    }

    /** The bill of a main meter, made without dividing anything. */
    CostStep bill(String meter, List<Quarter> quarters) {
        return quarters.stream()
                .filter(quarter -> quarter.meter().equals(meter))
                .sorted(Comparator.comparing(Quarter::start))
                .collect(MeterCosts.of(terms(), EnergyInterval.MONTH, FROM, END))
                .of(meter)
                .stream()
                .findFirst()
                .orElse(null);
    }

    static CostStatement of(String payer, List<CostStatement> statements) {
        return statements.stream()
                .filter(one -> one.payer().equals(payer))
                .findFirst()
                .orElseThrow();
    }
}
