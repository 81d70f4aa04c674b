package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** A house with a water meter that tells its register every five minutes, and a counter of its people. */
class LeakTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Device WATER =
            new Device("dev-water", Device.DeviceKind.METER, null, null, null, null, null, "water", List.of());
    private static final Device COUNTER =
            new Device("house-cam", Device.DeviceKind.PEOPLE_COUNTER, null, null, null, null, "house", null, List.of());

    private final SiteDefinition definition = new SiteDefinition(
            "harbour",
            BilingualText.of("Harbour"),
            ZONE,
            "CNY",
            Map.of("house", new Zone("house", null, "house", BilingualText.of("House"), null, null, null, null)),
            Map.of(),
            SiteDefinition.byId(List.of(WATER, COUNTER), Device::id),
            Map.of("water", new Meter("water", Meter.Medium.WATER, null, "house", null, null, null, null)),
            Map.of(),
            Map.of());
    private final Site site = new Site(
            definition,
            new Doorkeeper(definition),
            Occupancy.restored(definition, List.of(), List.of(), List.of(), Instant.EPOCH));
    private final List<Alarm> told = new ArrayList<>();
    private LocalDateTime now = LocalDateTime.parse("2026-11-23T00:00:00");
    private long register = 812_000_000;

    /** Lives on until a time, with the ml of five minutes and so many people. */
    private void live(String until, int people, ToLongFunction<LocalDateTime> ml) {
        for (LocalDateTime end = LocalDateTime.parse("2026-11-" + until); now.isBefore(end); ) {
            hear(COUNTER, "count", new Message.HeadCount(people));
            hear(WATER, "meter", new Message.MeterReport(register, null));
            register += ml.applyAsLong(now);
            now = now.plus(Duration.ofMinutes(5));
        }
    }

    private void hear(Device device, String kind, Message message) {
        Instant at = now.atZone(ZONE).toInstant();
        site.hear(device, kind, new MessageStamp(null, at, at, false), message, "{}")
                .changes()
                .forEach(change -> change.accept(new ChangeAdapter() {
                    @Override
                    public void alarm(Alarm alarm) {
                        told.add(alarm);
                    }
                }));
    }

    /** Two litres at a time, a pause of half an hour after each. */
    private static long healthy(LocalDateTime at) {
        return at.getMinute() % 30 == 0 ? 2_000 : 0;
    }

    private static long day(LocalDateTime at) {
        boolean isDay =
                at.toLocalTime().isAfter(LocalTime.of(8, 0)) && at.toLocalTime().isBefore(LocalTime.of(20, 0));
        return isDay ? 9_000 : healthy(at);
    }

    @Test
    void healthy_days_raise_no_alarm() {
        live("24T08:00:00", 2, LeakTest::day);
        live("24T20:00:00", 120, LeakTest::day);
        live("25T08:00:00", 0, LeakTest::healthy);
        live("26T00:00:00", 0, at -> 0);
        assertThat(told).isEmpty();
    }

    @Test
    void a_flow_that_does_not_stop_all_night_is_a_leak_until_it_stops() {
        live("23T01:00:00", 0, at -> 0);
        live("23T03:50:00", 3, at -> 5_000);
        assertThat(told).as("not three whole hours yet").isEmpty();
        live("23T04:30:00", 3, at -> 5_000);
        assertThat(told).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.AlarmKind.WATER_LEAK);
            assertThat(alarm.since()).isEqualTo("2026-11-23T01:00:00+08:00");
            assertThat(alarm.until()).isNull();
            assertThat(alarm.text().en())
                    .isEqualTo("water: since 01:00 the flow has not stopped all night, 0.060 m³/h at least."
                            + " Look at cisterns, taps and valves.");
        });
        live("23T12:00:00", 80, at -> 9_000);
        assertThat(told).as("the day does not end it").hasSize(1);
        live("23T12:35:00", 80, at -> 0);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).until()).isEqualTo("2026-11-23T12:15:00+08:00");
    }

    @Test
    void what_the_people_there_explain_is_no_leak() {
        live("23T06:00:00", 20, at -> 5_000);
        assertThat(told).isEmpty();
    }

    @Test
    void a_flow_without_people_is_a_leak_by_day_too() {
        live("23T09:00:00", 0, at -> 0);
        live("23T10:30:00", 0, at -> 4_000);
        assertThat(told).isEmpty();
        live("23T11:15:00", 0, at -> 4_000);
        assertThat(told).singleElement().satisfies(alarm -> {
            assertThat(alarm.text().zh()).contains("09:00 起水流无人时从未停止，至少 0.048 m³/h");
            assertThat(alarm.kind().isOfMeter()).isTrue();
        });
    }

    @Test
    void somebody_who_comes_in_between_explains_it() {
        live("23T09:00:00", 0, at -> 0);
        live("23T10:30:00", 0, at -> 4_000);
        live("23T10:35:00", 1, at -> 4_000);
        live("23T12:00:00", 0, at -> 4_000);
        assertThat(told).isEmpty();
    }
}
