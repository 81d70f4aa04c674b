package io.foyer.hub.site;

import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Meter;
import io.foyer.hub.domain.house.SiteDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A device that a site file names.
 *
 * @param secret {@link DeviceSecrets#hash} of its password
 */
public record KnownDevice(SiteDefinition house, Device device, String secret) {

    public String site() {
        return house.site();
    }

    public String id() {
        return device.id();
    }

    /** The meter that it reads, or null. */
    public @Nullable Meter meter() {
        return device.meter() == null ? null : house.meters().get(device.meter());
    }
}
