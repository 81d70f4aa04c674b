package io.foyer.hub.site;

import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Meter;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Schedule;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.domain.house.Zone;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One house with one room, a door, a camera and a meter. */
final class TinyHouse {
    private TinyHouse() {}

    static House house() {
        return house(
                List.of(new Door("front", "outside", "house", 5, Door.Mode.SECURE, false)),
                List.of(
                        reader("front"),
                        device("cam", Device.Kind.PEOPLE_COUNTER, null, "house", null),
                        device("main", Device.Kind.METER, null, null, "main")),
                List.of(new Plan("all", Text.of("All"), List.of("house"), Schedule.ALWAYS, null, 0)));
    }

    /** The same with other doors and devices. */
    static House house(List<Door> doors, List<Device> devices) {
        return house(doors, devices, List.copyOf(house().plans().values()));
    }

    /** The same with other plans. */
    static House house(Plan... plans) {
        House one = house();
        return house(
                List.copyOf(one.doors().values()), List.copyOf(one.devices().values()), List.of(plans));
    }

    private static House house(List<Door> doors, List<Device> devices, List<Plan> plans) {
        return new House(
                "harbour",
                Text.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                House.byId(
                        List.of(
                                new Zone("house", null, "house", Text.of("House"), null, 100, null, null),
                                new Zone("lab", "house", "room", Text.of("Lab"), null, 10, null, null)),
                        Zone::id),
                House.byId(doors, Door::id),
                House.byId(devices, Device::id),
                House.byId(
                        List.of(new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null)),
                        Meter::id),
                Map.of(),
                House.byId(plans, Plan::id));
    }

    /** Called as its door, with {@code -in}. */
    static Device reader(String door) {
        return device(door + "-in", Device.Kind.READER, door, null, null);
    }

    private static Device device(
            String id, Device.Kind kind, @Nullable String door, @Nullable String zone, @Nullable String meter) {
        return new Device(id, kind, door, Direction.IN, null, null, zone, meter, List.of());
    }
}
