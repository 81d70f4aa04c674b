package io.foyer.hub.domain;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffRegister;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A meter with 80 kW agreed, hour by hour on a clock that the test sets. */
class DemandTest {
    private static final Device DEVICE =
            new Device("dev-main", Device.DeviceKind.METER, null, null, null, null, null, "main", List.of());

    private final SiteDefinition definition = definition();
    private final Site site = new Site(
            definition,
            new Doorkeeper(definition),
            Occupancy.restored(definition, List.of(), List.of(), List.of(), Instant.EPOCH));
    private final List<Alarm> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private static SiteDefinition definition() {
        Tariff power = new Tariff(
                "power",
                List.of(with(
                        version("2026-01-01", band("flat", "1", BandTimes.ALWAYS)),
                        FixedCharge.NONE,
                        new MaximumCharge(
                                new BigDecimal("40"),
                                new BigDecimal("80"),
                                BigDecimal.ONE,
                                new BigDecimal("2"),
                                BigDecimal.ZERO))));
        return new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                Map.of("house", new Zone("house", null, "house", BilingualText.of("House"), null, null, null, null)),
                Map.of(),
                Map.of(DEVICE.id(), DEVICE),
                Map.of("main", new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null)),
                Map.of(),
                Map.of(),
                AccessPolicy.DEFAULT,
                new TariffRegister(Map.of("power", power), Map.of("main", "power"), Set.of("main")),
                BillingPolicy.DEFAULT,
                EnergyTerms.NONE);
    }

    /** A live reading at a local time of 23 November 2026. */
    private void reads(String time, double kWh, Double powerW) {
        now = OffsetDateTime.parse("2026-11-23T" + time + "+08:00").toInstant();
        keep(site.hear(
                DEVICE,
                "meter",
                new MessageStamp(null, now, now, false),
                new Message.MeterReport(Kwh.of(kWh), powerW),
                "{}"));
    }

    private void keep(Effects effects) {
        effects.changes()
                .forEach(change -> change.accept(new ChangeAdapter() {
                    @Override
                    public void alarm(Alarm alarm) {
                        told.add(alarm);
                    }
                }));
    }

    private DemandOutlook outlook(String time) {
        return site.book("main")
                .outlook(OffsetDateTime.parse("2026-11-23T" + time + "+08:00").toInstant());
    }

    @Test
    void a_quarter_hour_ends_as_it_has_begun_if_the_power_stays() {
        reads("09:00:00", 100, 60_000.0);
        assertThat(outlook("09:00:00").projected()).isEqualTo(Kwh.of(15)); // 60 kW
        reads("09:05:00", 105, 90_000.0);
        DemandOutlook outlook = outlook("09:05:00");
        assertThat(outlook.used()).isEqualTo(Kwh.of(5));
        assertThat(outlook.projected()).isEqualTo(Kwh.of(20)); // 5 kWh, and 90 kW for ten minutes
        assertThat(outlook.endsAt()).isEqualTo("2026-11-23T09:15:00+08:00");
        assertThat(outlook("09:15:00").projected()).isEqualTo(Kwh.of(22.5));
    }

    @Test
    void without_a_power_the_mean_since_the_beginning_goes_on() {
        reads("09:00:00", 100, null);
        reads("09:05:00", 105, null);
        assertThat(outlook("09:05:00").projected()).isEqualTo(Kwh.of(15));
        assertThat(outlook("12:00:00").projected()).as("long ago").isNull();
    }

    @Test
    void a_warning_comes_while_the_quarter_hour_can_be_saved_and_says_what_to_shed() {
        reads("09:00:00", 100, 60_000.0);
        assertThat(told).isEmpty();
        reads("09:05:00", 107, 90_000.0);
        Alarm alarm = told.get(0);
        assertThat(alarm.id()).startsWith("demand-near-limit-main-");
        assertThat(alarm.until()).isNull();
        assertThat(alarm.kind().isOfMeter()).isTrue();
        // 7 kWh and 15 kWh make 88 kW; 2 kWh too many in ten minutes are 12 kW.
        assertThat(alarm.text().en())
                .isEqualTo(
                        "main: this quarter-hour will reach 88.0 kW at 09:15, above 80.0 kW. Shed 12.0 kW until then.");
        assertThat(alarm.text().zh()).contains("88.0 kW", "12.0 kW", "09:15");

        reads("09:06:00", 108.5, 60_000.0);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).until()).as("70 kW are expected").isEqualTo(now);
        reads("09:07:00", 109.5, 60_000.0);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_warning_is_told_once_a_minute_at_most_and_ends_with_its_quarter_hour() {
        reads("09:00:00", 100, 100_000.0);
        reads("09:00:10", 100.3, 100_000.0);
        reads("09:00:50", 101.4, 100_000.0);
        assertThat(told).hasSize(1);
        reads("09:01:00", 101.7, 100_000.0);
        assertThat(told).hasSize(2);
        now = site.demand().due();
        assertThat(now).isEqualTo("2026-11-23T09:15:00+08:00");
        keep(site.tick(now));
        assertThat(told).hasSize(3);
        assertThat(told.get(2).until()).isEqualTo(now);
        assertThat(site.demand().due()).isNull();
    }

    @Test
    void a_quarter_hour_that_is_lost_is_no_longer_warned_of() {
        reads("09:00:00", 100, 60_000.0);
        reads("09:10:00", 121, 60_000.0);
        assertThat(told).isEmpty();
    }

    @Test
    void history_warns_of_nothing() {
        reads("09:00:00", 100, 60_000.0);
        Instant past = now.plusSeconds(60);
        now = now.plusSeconds(3_600);
        keep(site.hear(
                DEVICE,
                "meter",
                new MessageStamp(null, past, now, false),
                new Message.MeterReport(Kwh.of(119), 90_000.0),
                "{}"));
        assertThat(told).isEmpty();
    }
}
