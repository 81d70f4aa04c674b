package io.foyer.hub.site;

import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Schedule;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.domain.house.Zone;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A house with a door that a card opens, and one that asks for a PIN beside it. */
final class VaultHouse {
    private VaultHouse() {}

    static House house() {
        return new House(
                "harbour",
                Text.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                House.byId(
                        List.of(new Zone("house", null, "house", Text.of("House"), null, 100, null, null)), Zone::id),
                House.byId(
                        List.of(
                                new Door("front", "outside", "house", 5, Door.Mode.SECURE, false),
                                new Door("vault", "outside", "house", 5, Door.Mode.SECURE, true)),
                        Door::id),
                House.byId(List.of(reader("front-in", "front"), reader("vault-in", "vault")), Device::id),
                Map.of(),
                Map.of(),
                House.byId(
                        List.of(new Plan("all", Text.of("All"), List.of("house"), Schedule.ALWAYS, null, 0)),
                        Plan::id));
    }

    private static Device reader(String id, String door) {
        return new Device(id, Device.Kind.READER, door, Direction.IN, null, null, null, null, List.of());
    }
}
