package io.foyer.hub.domain.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device of the site, and the place of which it reports. The kind of the device decides which place is set.
 *
 * @param door of a reader or controller
 * @param direction the usual direction of a reader
 * @param from the side that people leave when a line counter counts "in"
 * @param to the side that people enter when a line counter counts "in"
 * @param zone of a people counter or presence sensor
 * @param meter of a meter
 * @param speaksFor ids of the devices whose messages a gateway carries
 */
public record Device(
        String id,
        DeviceKind kind,
        @Nullable String door,
        @Nullable Direction direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone,
        @Nullable String meter,
        List<String> speaksFor) {

    public Device {
        speaksFor = List.copyOf(speaksFor);
    }

    /** The kinds of device in the contract. */
    public enum DeviceKind {
        READER,
        CONTROLLER,
        LINE_COUNTER,
        PEOPLE_COUNTER,
        PRESENCE,
        METER,
        GATEWAY
    }
}
