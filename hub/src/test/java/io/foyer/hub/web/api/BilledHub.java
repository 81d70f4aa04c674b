package io.foyer.hub.web.api;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.BuildingItem;
import io.foyer.hub.domain.definition.CarbonFactors;
import io.foyer.hub.domain.definition.EnergyBudget;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffRegister;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A hub whose house has a tariff: a peak in the morning, a monthly fee, and 60 kW agreed. */
final class BilledHub implements AutoCloseable {
    static final String SITE = "/api/v1/sites/harbour";

    private static final EnergyTerms TERMS = new EnergyTerms(
            Map.of("f1-light", BuildingItem.LIGHTING_SOCKETS, "f1-fans", BuildingItem.AIR_CONDITIONING),
            Map.of("main", new EnergyBudget(true, new BigDecimal("2000"), Map.of())),
            new CarbonFactors(new TreeMap<>(Map.of(2022, new BigDecimal("0.5366"), 2023, new BigDecimal("0.5306")))));

    final TestHub hub = new TestHub();

    BilledHub() {
        bills(hub.sites.harbour.billing());
    }

    /** The same house with another way to divide its costs. */
    void bills(BillingPolicy policy) {
        Tariff power = new Tariff(
                "power",
                List.of(with(
                        version(
                                "2026-01-01",
                                band("peak", "1.21", hours(8, 11)),
                                band("flat", "0.72", BandTimes.ALWAYS)),
                        new FixedCharge(new BigDecimal("0.04"), new BigDecimal("120"), BigDecimal.ZERO),
                        MaximumCharge.of(new BigDecimal("38")).contracted(new BigDecimal("60")))));
        SiteDefinition plain = hub.sites.harbour;
        hub.sites.harbour = new SiteDefinition(
                plain.site(),
                plain.name(),
                plain.timeZone(),
                plain.currency(),
                zones(plain),
                plain.doors(),
                plain.devices(),
                plain.meters(),
                plain.schedules(),
                plain.plans(),
                plain.access(),
                new TariffRegister(
                        Map.of("power", power),
                        Map.of("main", "power", "f1-light", "power", "f1-fans", "power"),
                        Set.of("main")),
                policy,
                TERMS);
    }

    /** The house has an area. */
    private static Map<String, Zone> zones(SiteDefinition plain) {
        Map<String, Zone> zones = new LinkedHashMap<>(plain.zones());
        Zone house = zones.get("house");
        zones.put("house", new Zone("house", null, house.kind(), house.name(), null, house.capacity(), 1_800.0, null));
        return zones;
    }

    JsonNode get(String path) {
        var reply = hub.get(Role.ENERGY, SITE + path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    int status(String path) {
        return hub.get(Role.ENERGY, SITE + path).status();
    }

    @Override
    public void close() {
        hub.close();
    }
}
