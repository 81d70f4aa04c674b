package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.definition.Device;
import java.time.Instant;
import java.util.List;

/** One door of an interlock pair, whose contact comes by itself or behind a gateway. */
final class TrapDoor {
    static final Message OFFLINE = new Message.DeviceStatus(false, null, null, null);
    static final Message ONLINE = new Message.DeviceStatus(true, null, null, null);

    final Hall hall = Hall.withPeople();
    final Device reader = Hall.HOUSE.devices().get("trap-1-in");
    final Device gateway = gateway("gw", "trap-1-in");

    static Device gateway(String id, String... brings) {
        return new Device(id, Device.DeviceKind.GATEWAY, null, null, null, null, null, null, List.of(brings));
    }

    static Device controller(String id, String door) {
        return new Device(id, Device.DeviceKind.CONTROLLER, door, null, null, null, null, null, List.of());
    }

    void comes(Device device) {
        hall.keep(hall.site.connected(device, hall.now));
    }

    void goes(Device device, Disconnection ending) {
        hall.keep(hall.site.gone(device, ending, hall.now));
    }

    void behindTheGateway() {
        hall.has(gateway);
        comes(gateway);
        hall.closes("trap-1-in");
        assertClosed();
    }

    DoorContact contact() {
        return hall.site.doorkeeper().contact("trap-1");
    }

    void assertClosed() {
        assertThat(contact().open()).isFalse();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.GRANTED);
    }

    void assertUnknownSince(Instant instant) {
        assertThat(contact().isSilent()).isTrue();
        assertThat(contact().asOf()).isEqualTo(instant);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }
}
