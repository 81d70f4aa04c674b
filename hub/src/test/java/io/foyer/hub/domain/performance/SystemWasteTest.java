package io.foyer.hub.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.domain.tariff.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemWasteTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant FROM = Instant.parse("2026-10-31T16:00:00Z");
    /** Thirty days, 0.98563 of a mean month. */
    private static final Instant TO = Instant.parse("2026-11-30T16:00:00Z");

    private static final CostTerms TERMS = new CostTerms(
            new TariffClock(
                    new Tariff(
                            "power",
                            List.of(Terms.version(
                                    "2026-01-01",
                                    Terms.band("peak", "1.21", Terms.hours(8, 11)),
                                    Terms.band("valley", "0.38", BandTimes.ALWAYS)))),
                    ZONE,
                    TariffNotices.NONE),
            Currency.getInstance("CNY"),
            6,
            true);

    private static final SiteDefinition SITE = new SiteDefinition(
            "harbour",
            BilingualText.of("Harbour"),
            ZONE,
            "CNY",
            SiteDefinition.byId(List.of(zone("house", "全楼", "House"), zone("event", "活动空间", "Event space")), Zone::id),
            Map.of(),
            Map.of(),
            SiteDefinition.byId(
                    List.of(
                            meter("main", null, "house", null),
                            meter("event-main", "main", "event", null),
                            meter("event-hvac", "event-main", "event", "hvac"),
                            meter("event-fan", "event-hvac", "event", "hvac")),
                    Meter::id),
            Map.of(),
            Map.of());

    private static Zone zone(String id, String zh, String en) {
        return new Zone(id, null, "room", new BilingualText(zh, en), null, null, null, null);
    }

    private static Meter meter(String id, String parent, String zone, String system) {
        return new Meter(id, Medium.ELECTRICITY, parent, zone, system, null, null, null);
    }

    @Test
    void each_kilowatt_hour_belongs_to_one_system_of_one_zone() {
        assertThat(WasteGroup.of(SITE))
                .containsExactly(
                        new WasteGroup("house", null, Map.of("main", 1, "event-main", -1)),
                        new WasteGroup("event", null, Map.of("event-main", 1, "event-hvac", -1)),
                        new WasteGroup("event", "hvac", Map.of("event-hvac", 1)));
    }

    @Test
    void the_saving_is_what_is_above_standby_at_its_own_prices() {
        WasteQuestion question = WasteQuestion.of(WasteGroup.of(SITE), TERMS, FROM, TO);
        assertThat(question.prices().prices()).containsExactly(new BigDecimal("0.38"), new BigDecimal("1.21"));
        assertThat(question.prices().starts()).as("two changes a day").hasSize(61);
        List<SystemWaste> found = question.answer(List.of(
                new EmptyUse(1, 0, Kwh.of(50), 0, 0),
                new EmptyUse(2, 0, Kwh.of(900), Kwh.of(400), Kwh.of(300)),
                new EmptyUse(2, 1, Kwh.of(500), Kwh.of(120), Kwh.of(100))));
        assertThat(found).singleElement().satisfies(waste -> {
            assertThat(waste.quantity()).isEqualTo(Kwh.of(520));
            assertThat(waste.cost()).isEqualByComparingTo("297.20"); // 400 x 0.38 + 120 x 1.21
            assertThat(waste.saving()).isEqualByComparingTo("235.00"); // 300 x 0.38 + 100 x 1.21
            assertThat(waste.savingPerMonth(FROM, TO)).isEqualByComparingTo("238.43"); // 235 x 30.4375 / 30
            assertThat(waste.text(SITE, FROM, TO))
                    .isEqualTo(new BilingualText(
                            "活动空间无人时空调开着：每月 406 kWh，¥238",
                            "Event space heated or cooled while empty: 406 kWh, ¥238 a month"));
        });
    }

    @Test
    void without_a_tariff_the_saving_is_a_quantity() {
        List<SystemWaste> found = WasteQuestion.of(WasteGroup.of(SITE), null, FROM, TO)
                .answer(List.of(
                        new EmptyUse(0, 0, Kwh.of(9), Kwh.of(9), Kwh.of(1)),
                        new EmptyUse(2, 0, Kwh.of(5), Kwh.of(5), Kwh.of(4))));
        assertThat(found).extracting(SystemWaste::saving).containsOnlyNulls();
        assertThat(found.stream().sorted(SystemWaste.LARGEST_FIRST))
                .extracting(SystemWaste::system)
                .containsExactly("hvac", null);
        assertThat(found.get(1).text(SITE, FROM, TO).en())
                .isEqualTo("Event space heated or cooled while empty: 4 kWh a month");
    }
}
