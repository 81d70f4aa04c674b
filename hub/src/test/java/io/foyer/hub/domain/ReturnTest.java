package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is taken out of the site file by one reload and put back by another goes on where it was, as after a restart. */
class ReturnTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Device READER =
            new Device("main-reader", Device.DeviceKind.METER, null, null, null, null, null, "main", List.of());
    private static final Door FRONT = new Door("front", "outside", "house", 5, Door.DoorUse.SECURE, false);

    private final Map<Instant, Long> quarters = new TreeMap<>();
    private final Site site = new Site(
            full("Europe/Berlin"),
            new Doorkeeper(full("Europe/Berlin")),
            Occupancy.restored(full("Europe/Berlin"), List.of(), List.of(), List.of(), TEN));

    private static SiteDefinition full(String timeZone) {
        Meter main = new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null);
        return definition(timeZone, List.of(FRONT), List.of(READER), List.of(main));
    }

    private static SiteDefinition definition(
            String timeZone, List<Door> doors, List<Device> devices, List<Meter> meters) {
        Zone zone = new Zone("house", null, "house", BilingualText.of("House"), null, null, null, null);
        return new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                ZoneId.of(timeZone),
                "EUR",
                SiteDefinition.byId(List.of(zone), Zone::id),
                SiteDefinition.byId(doors, Door::id),
                SiteDefinition.byId(devices, Device::id),
                SiteDefinition.byId(meters, Meter::id),
                Map.of(),
                Map.of());
    }

    private void reads(Instant at, long register) {
        Message message = new Message.MeterReport(register, null);
        site.hear(READER, "meter", new MessageStamp(null, at, at, false), message, "{}")
                .changes()
                .forEach(change -> {
                    if (change instanceof EnergyChange.QuarterUpdate booked) {
                        Quarter quarter = booked.quarter();
                        quarters.put(quarter.start(), quarter.quantity());
                    }
                });
    }

    @Test
    void a_meter_goes_on_in_its_quarter() {
        reads(TEN, 100);
        reads(TEN.plusSeconds(300), 101);
        site.moveTo(definition("Europe/Berlin", List.of(FRONT), List.of(), List.of()), TEN.plusSeconds(310));
        site.moveTo(full("Europe/Berlin"), TEN.plusSeconds(320));

        reads(TEN.plusSeconds(600), 103);
        reads(TEN.plusSeconds(840), 104);

        assertThat(quarters).isEqualTo(Map.of(TEN, 4L));
    }

    @Test
    void a_door_is_still_locked() {
        site.doorkeeper()
                .put(new DoorOverride("front", DoorOverride.OverrideMode.LOCKED, TEN, null, "desk", "a drill"));
        site.moveTo(definition("Europe/Berlin", List.of(), List.of(), List.of()), TEN);
        site.moveTo(full("Europe/Berlin"), TEN);

        assertThat(site.doorkeeper().mode(FRONT, TEN)).isEqualTo(DoorMode.LOCKED);
    }

    @Test
    void a_changed_time_zone_is_the_books_today_at_once() {
        // Today began at 23:00 UTC in Berlin, and at 16:00 UTC the day before in Shanghai.
        Instant evening = Instant.parse("2026-11-22T17:00:00Z");
        reads(evening, 100);
        reads(evening.plusSeconds(900), 101);
        reads(TEN, 101);
        reads(TEN.plusSeconds(900), 103);
        Instant now = TEN.plusSeconds(1000);
        assertThat(site.book("main").now(now).today()).isEqualTo(2);

        site.moveTo(full("Asia/Shanghai"), now);

        assertThat(site.book("main").now(now).today()).isEqualTo(3);
    }
}
