package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A register that counts anew is told to people, because its step is missing in the ledger. */
class EpochAlarmsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Device DEVICE =
            new Device("dev-main", Device.DeviceKind.METER, null, null, null, null, null, "main", List.of());

    private final SiteDefinition definition = new SiteDefinition(
            "harbour",
            BilingualText.of("Harbour"),
            ZoneId.of("Asia/Shanghai"),
            "CNY",
            Map.of("house", new Zone("house", null, "house", BilingualText.of("House"), null, null, null, null)),
            Map.of(),
            Map.of(DEVICE.id(), DEVICE),
            Map.of("main", new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, 60_000.0, null)),
            Map.of(),
            Map.of());
    private final Site site = new Site(
            definition,
            new Doorkeeper(definition),
            Occupancy.restored(definition, List.of(), List.of(), List.of(), Instant.EPOCH));

    private void reads(int minute, double kWh, int minutesOnTheWay) {
        Instant at = NOON.plusSeconds(60L * minute);
        site.hear(
                DEVICE,
                "meter",
                new MessageStamp(null, at, at.plusSeconds(60L * minutesOnTheWay), false),
                new Message.MeterReport(Kwh.of(kWh), null),
                "{}");
    }

    private void live(double... kWh) {
        for (int i = 0; i < kWh.length; i++) {
            reads(5 * i, kWh[i], 0);
        }
    }

    @Test
    void an_epoch_is_an_alarm_with_the_device_and_both_registers() {
        live(48_211, 310, 310.5);
        Alarm alarm = site.alarms().all().iterator().next();
        assertThat(site.alarms().all()).hasSize(1);
        assertThat(alarm.id())
                .isEqualTo("new-epoch-main-" + NOON.plusSeconds(300).toEpochMilli());
        assertThat(alarm.kind().isOfMeter()).isTrue();
        assertThat(alarm.until()).isEqualTo(NOON.plusSeconds(300));
        assertThat(alarm.text().en())
                .startsWith("main: the register that dev-main tells went from 48211 kWh (2026-11-23 12:00) to 310 kWh"
                        + " (2026-11-23 12:05)");
        assertThat(alarm.text().zh()).contains("dev-main", "48211 kWh", "310 kWh");
    }

    @Test
    void a_second_one_before_anybody_has_seen_to_it_is_the_same_alarm_with_what_was_seen_last() {
        live(48_211, 310, 310.5, 90_000, 90_000.1);
        assertThat(site.alarms().all()).hasSize(1);
        Alarm alarm = site.alarms().all().iterator().next();
        assertThat(alarm.since()).isEqualTo(NOON.plusSeconds(300));
        assertThat(alarm.until()).isEqualTo(NOON.plusSeconds(900));
        assertThat(alarm.text().en()).contains("310.5 kWh", "90000 kWh");
        site.acknowledge(alarm.id(), "ann");
        assertThat(site.alarms().all()).extracting(Alarm::acknowledgedBy).containsExactly("ann");
    }

    @Test
    void errors_restarts_and_rollovers_are_no_epochs() {
        live(100, 7_000, 101, 0, 0.5, 1);
        assertThat(site.alarms().all()).isEmpty();
    }

    @Test
    void history_raises_no_alarm() {
        reads(0, 48_211, 60);
        reads(5, 310, 60);
        reads(10, 310.5, 60);
        assertThat(site.alarms().all()).isEmpty();
    }
}
