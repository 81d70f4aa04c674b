package io.foyer.hub.site;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One house with one room, a door, a camera and a meter. */
final class TinyHouse {
    private TinyHouse() {}

    static SiteDefinition definition() {
        return definition(
                List.of(new Door("front", "outside", "house", 5, Door.DoorUse.SECURE, false)),
                List.of(
                        reader("front"),
                        device("cam", Device.DeviceKind.PEOPLE_COUNTER, null, "house", null),
                        device("main", Device.DeviceKind.METER, null, null, "main")),
                List.of(new Plan("all", BilingualText.of("All"), List.of("house"), Schedule.ALWAYS, null, 0)));
    }

    /** The same with other doors and devices. */
    static SiteDefinition definition(List<Door> doors, List<Device> devices) {
        return definition(doors, devices, List.copyOf(definition().plans().values()));
    }

    /** The same with other plans. */
    static SiteDefinition definition(Plan... plans) {
        SiteDefinition one = definition();
        return definition(
                List.copyOf(one.doors().values()), List.copyOf(one.devices().values()), List.of(plans));
    }

    private static SiteDefinition definition(List<Door> doors, List<Device> devices, List<Plan> plans) {
        return new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                SiteDefinition.byId(
                        List.of(
                                new Zone("house", null, "house", BilingualText.of("House"), null, 100, null, null),
                                new Zone("lab", "house", "room", BilingualText.of("Lab"), null, 10, null, null)),
                        Zone::id),
                SiteDefinition.byId(doors, Door::id),
                SiteDefinition.byId(devices, Device::id),
                SiteDefinition.byId(
                        List.of(new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null)),
                        Meter::id),
                Map.of(),
                SiteDefinition.byId(plans, Plan::id));
    }

    /** Called as its door, with {@code -in}. */
    static Device reader(String door) {
        return device(door + "-in", Device.DeviceKind.READER, door, null, null);
    }

    private static Device device(
            String id, Device.DeviceKind kind, @Nullable String door, @Nullable String zone, @Nullable String meter) {
        return new Device(id, kind, door, Direction.IN, null, null, zone, meter, List.of());
    }
}
