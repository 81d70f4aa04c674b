package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.site.SiteSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The demo space, of the file as it is. */
final class Harbour {
    private static final Path CONFIG = Path.of("../config");
    private static final Path HARBOUR = CONFIG.resolve("sites/harbour.yaml");

    final SiteSetup setup = SiteCheck.check(HARBOUR).setup();
    final SiteDefinition definition = setup.definition();
    final JsonNode file =
            Yaml.read(HARBOUR, JsonNode.class, NullNode.getInstance()).value();

    List<Device> of(Device.DeviceKind... kinds) {
        return definition.devices().values().stream()
                .filter(device -> Set.of(kinds).contains(device.kind()))
                .toList();
    }

    List<Device> sensors() {
        return of(Device.DeviceKind.LINE_COUNTER, Device.DeviceKind.PEOPLE_COUNTER, Device.DeviceKind.PRESENCE);
    }

    List<Zone> floors() {
        return partsOf(definition.zones().get("house"));
    }

    List<Zone> partsOf(Zone zone) {
        return definition.zones().values().stream()
                .filter(part -> zone.id().equals(part.parent()))
                .toList();
    }

    String drawing(Zone floor) throws IOException {
        return Files.readString(CONFIG.resolve(String.valueOf(floor.plan())));
    }
}
