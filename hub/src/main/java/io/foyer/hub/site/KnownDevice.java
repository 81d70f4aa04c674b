package io.foyer.hub.site;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A device in a site file.
 *
 * @param secret the {@link DeviceSecrets#hash} of its password
 */
public record KnownDevice(SiteDefinition definition, Device device, String secret) {

    public String site() {
        return definition.site();
    }

    public String id() {
        return device.id();
    }

    /** The meter that the device reads, or null. */
    public @Nullable Meter meter() {
        return device.meter() == null ? null : definition.meters().get(device.meter());
    }
}
