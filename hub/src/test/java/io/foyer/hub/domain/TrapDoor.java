package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.house.Device;
import java.time.Instant;
import java.util.List;

/** One door of an interlock pair, whose contact comes by itself or behind a gateway. */
final class TrapDoor {
    static final Message OFFLINE = new Message.Status(false, null, null, null);
    static final Message ONLINE = new Message.Status(true, null, null, null);

    final Hall hall = Hall.withPeople();
    final Device reader = Hall.HOUSE.devices().get("trap-1-in");
    final Device gateway = gateway("gw", "trap-1-in");

    static Device gateway(String id, String... brings) {
        return new Device(id, Device.Kind.GATEWAY, null, null, null, null, null, null, List.of(brings));
    }

    static Device controller(String id, String door) {
        return new Device(id, Device.Kind.CONTROLLER, door, null, null, null, null, null, List.of());
    }

    void comes(Device device) {
        hall.keep(hall.site.connected(device, hall.now));
    }

    void goes(Device device, Ending ending) {
        hall.keep(hall.site.gone(device, ending, hall.now));
    }

    void behindTheGateway() {
        hall.has(gateway);
        comes(gateway);
        hall.closes("trap-1-in");
        assertClosed();
    }

    Contact contact() {
        return hall.site.doorkeeper().contact("trap-1");
    }

    void assertClosed() {
        assertThat(contact().open()).isFalse();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.GRANTED);
    }

    void assertUnknownSince(Instant instant) {
        assertThat(contact().isSilent()).isTrue();
        assertThat(contact().asOf()).isEqualTo(instant);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }
}
