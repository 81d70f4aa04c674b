package io.foyer.hub.domain.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device of the site: what it is and what it speaks of. Which of the places is set depends on the kind.
 *
 * @param door of a reader or controller
 * @param direction a reader's usual direction
 * @param from the side that people leave when a line counter counts "in"
 * @param to the side that people enter when a line counter counts "in"
 * @param zone of a people counter or presence sensor
 * @param meter of a meter
 * @param speaksFor ids of the devices that a gateway brings
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

    /** What kinds of device speak the contract. */
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
