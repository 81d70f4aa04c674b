package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.domain.tariff.TariffRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thirty hours in a house with doors and sensors, from 10:00 over the night to 16:00. */
final class HouseDay {
    static final int SECONDS = 30 * 3_600;

    static final List<String> PEOPLE = List.of("ann", "bob", "cai", "dan", "eve");

    private static final List<Device> SENSORS = List.of(
            sensor("house-line", Device.DeviceKind.LINE_COUNTER, "outside", "house", null),
            sensor("lounge-line", Device.DeviceKind.LINE_COUNTER, "house", "lounge", null),
            sensor("hall-cam", Device.DeviceKind.PEOPLE_COUNTER, null, null, "hall"),
            sensor("lab-cam", Device.DeviceKind.PEOPLE_COUNTER, null, null, "lab"),
            sensor("desk-1", Device.DeviceKind.PRESENCE, null, null, "quiet"),
            sensor("desk-2", Device.DeviceKind.PRESENCE, null, null, "quiet"));

    private static final Device GATEWAY = new Device(
            "gateway",
            Device.DeviceKind.GATEWAY,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("desk-1", "lab-in", "lounge-line"));

    private final Hall hall = new Hall("2026-11-25T10:00");
    private final SiteDefinition whole;
    private final SiteDefinition smaller;
    private final List<DayMoment> moments = new ArrayList<>();

    /** The kinds of things that happen in a house. */
    enum DayAct {
        SWIPE,
        PIN,
        CARRIED_SWIPE,
        OPENING,
        CLOSING,
        LOGIN,
        LOSS,
        GOODBYE,
        HANG_UP,
        ONLINE,
        OFFLINE,
        OBSERVATION,
        OLD_OBSERVATION,
        TOTALS,
        OVERRIDE,
        RESUMPTION,
        LOCKDOWN,
        LOCKDOWN_END,
        RELEASE,
        RELEASE_END,
        LAST_DAY,
        SUSPENSION,
        COUNT,
        SITE_FILE
    }

    /** Something that happens at a second of the day. The numbers choose who, where and how many. */
    record DayEvent(int second, DayAct act, int who, int where, int number) {}

    /** What a second of the day led to. */
    record DayMoment(
            Instant at, List<DoorOrder> orders, List<Change> changes, List<ZoneCount> zones, List<String> doors) {}

    /** What a day led to, and the house at its end. */
    record DayResult(List<DayMoment> moments, AccessState doors, List<ZoneCount> zones) {}

    private HouseDay() {
        PEOPLE.forEach(
                person -> hall.joins(person, "all", person.equals("eve") ? new String[] {"capacity"} : new String[0]));
        hall.has(Stream.concat(SENSORS.stream(), Stream.of(GATEWAY)).toArray(Device[]::new));
        whole = hall.definition;
        smaller = without(whole, "desk-2", "lounge-line", "hall-b-in");
    }

    private static Device sensor(
            String id, Device.DeviceKind kind, @Nullable String from, @Nullable String to, @Nullable String zone) {
        return new Device(id, kind, null, null, from, to, zone, null, List.of());
    }

    /** The site file without some devices, and with another time for the nightly reset. */
    private static SiteDefinition without(SiteDefinition definition, String... gone) {
        Map<String, Device> devices = new LinkedHashMap<>(definition.devices());
        List.of(gone).forEach(devices::remove);
        return new SiteDefinition(
                definition.site(),
                definition.name(),
                definition.timeZone(),
                definition.currency(),
                definition.zones(),
                definition.doors(),
                devices,
                definition.meters(),
                definition.schedules(),
                definition.plans(),
                new AccessPolicy(3, Duration.ofMinutes(2), LocalTime.of(5, 30)),
                TariffRegister.NONE,
                BillingPolicy.DEFAULT,
                EnergyTerms.NONE);
    }

    /**
     * Lives through a day.
     *
     * @param events in the order of their seconds
     * @param eachSecond true where the site ticks each second, false where it ticks only when it is due
     */
    static DayResult live(List<DayEvent> events, boolean eachSecond) {
        HouseDay day = new HouseDay();
        int next = 0;
        for (int second = 0; second < SECONDS; second++) {
            while (next < events.size() && events.get(next).second() == second) {
                day.happen(events.get(next));
                next++;
            }
            Instant due = day.hall.site.due();
            if (eachSecond || (due != null && !day.hall.now.isBefore(due))) {
                day.keep(day.hall.site.tick(day.hall.now));
            }
            day.hall.later(1);
        }
        return new DayResult(
                day.moments, day.hall.state(), day.hall.site.occupancy().all());
    }

    private void keep(Effects effects) {
        if (!effects.isEmpty()) {
            moments.add(new DayMoment(
                    hall.now, effects.orders(), effects.changes(), List.copyOf(effects.zones()), effects.doors()));
        }
    }

    private void happen(DayEvent event) {
        String person = PEOPLE.get(event.who() % PEOPLE.size());
        List<Device> devices = List.copyOf(hall.definition.devices().values());
        Device device = devices.get(event.where() % devices.size());
        Instant now = hall.now;
        switch (event.act()) {
            case SWIPE, PIN, CARRIED_SWIPE -> swipe(event, person, device);
            case OPENING, CLOSING -> hear(device, new Message.ContactReport(event.act() == DayAct.OPENING), now);
            case LOGIN -> keep(hall.site.connected(device, now));
            case LOSS -> keep(hall.site.gone(device, Disconnection.LOSS, now));
            case GOODBYE -> keep(hall.site.gone(device, Disconnection.GOODBYE, now));
            case HANG_UP -> keep(hall.site.gone(device, Disconnection.HANG_UP, now));
            case ONLINE, OFFLINE ->
                hear(device, new Message.DeviceStatus(event.act() == DayAct.ONLINE, null, null, null), now);
            case OBSERVATION -> observe(event, now);
            case OLD_OBSERVATION -> observe(event, now.minusSeconds(60L * event.number()));
            case TOTALS ->
                hear(SENSORS.get(event.where() % 2), new Message.CounterTotals(event.number(), event.who()), now);
            case LAST_DAY -> hall.endsToday(person);
            case SUSPENSION -> hall.suspends(person);
            case COUNT -> keep(hall.site.setCount("house", event.number(), now));
            case SITE_FILE -> {
                hall.definition = event.number() % 2 == 0 ? smaller : whole;
                keep(hall.site.moveTo(hall.definition, now));
            }
            default -> command(event, now);
        }
    }

    private void swipe(DayEvent event, String person, Device device) {
        boolean carried = event.act() == DayAct.CARRIED_SWIPE;
        String pin = event.act() == DayAct.PIN ? (event.number() % 3 == 0 ? "1234" : "0000") : null;
        Device reader = pin == null ? device : hall.definition.devices().get("vault-in");
        hear(
                reader,
                new Message.CardSwipe(
                        Hall.card(person), CredentialType.CARD, null, pin, carried ? AccessOutcome.GRANTED : null),
                carried ? hall.now.minusSeconds(300L * event.number()) : hall.now);
    }

    private void observe(DayEvent event, Instant at) {
        Device sensor = SENSORS.get(event.where() % SENSORS.size());
        hear(
                sensor,
                switch (sensor.kind()) {
                    case LINE_COUNTER -> new Message.CounterSteps(event.number() % 4, event.who() % 3);
                    case PEOPLE_COUNTER -> new Message.HeadCount(event.number() % 9);
                    default -> new Message.SeatPresence(event.number() % 2 == 0);
                },
                at);
    }

    private void hear(Device device, Message message, Instant at) {
        if (hall.definition.devices().containsKey(device.id())) {
            keep(hall.site.hear(device, "any", new MessageStamp(null, at, hall.now, false), message, "{}"));
        }
    }

    private void command(DayEvent event, Instant now) {
        List<String> doors = List.copyOf(hall.definition.doors().keySet());
        String door = doors.get(event.where() % doors.size());
        switch (event.act()) {
            case OVERRIDE ->
                hall.site
                        .doorkeeper()
                        .put(new DoorOverride(
                                door,
                                event.who() % 2 == 0
                                        ? DoorOverride.OverrideMode.HELD_OPEN
                                        : DoorOverride.OverrideMode.LOCKED,
                                now,
                                event.number() == 0 ? null : now.plusSeconds(90L * event.number()),
                                "desk",
                                "a delivery"));
            case RESUMPTION -> hall.site.doorkeeper().resume(door);
            case LOCKDOWN -> hall.site.doorkeeper().lockDown(new Lockdown(now, "desk", "a drill"));
            case LOCKDOWN_END -> hall.site.doorkeeper().lockDown(null);
            case RELEASE -> hall.site.doorkeeper().release(new Release(now, "desk", "a fire"));
            default -> hall.site.doorkeeper().release(null);
        }
        keep(hall.site.doors().tell("desk", null, now));
    }
}
