package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.house.Device;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what a door's contact said is no longer known, and since when: its interlock lets nobody in then. */
class ContactsTest {
    private static final Message OFFLINE = new Message.Status(false, null, null, null);
    private static final Message ONLINE = new Message.Status(true, null, null, null);

    private final Hall hall = Hall.withPeople();
    private final Device reader = Hall.HOUSE.devices().get("trap-1-in");
    private final Device gateway = gateway("gw", "trap-1-in");

    private static Device gateway(String id, String... brings) {
        return new Device(id, Device.Kind.GATEWAY, null, null, null, null, null, null, List.of(brings));
    }

    private static Device controller(String id, String door) {
        return new Device(id, Device.Kind.CONTROLLER, door, null, null, null, null, null, List.of());
    }

    private void comes(Device device) {
        hall.keep(hall.site.connected(device, hall.now));
    }

    private void goes(Device device, Ending ending) {
        hall.keep(hall.site.gone(device, ending, hall.now));
    }

    private void behindTheGateway() {
        hall.has(gateway);
        comes(gateway);
        hall.closes("trap-1-in");
        assertClosed();
    }

    private Contact contact() {
        return hall.site.doorkeeper().contact("trap-1");
    }

    private void assertClosed() {
        assertThat(contact().open()).isFalse();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.GRANTED);
    }

    private void assertUnknownSince(Instant instant) {
        assertThat(contact().isSilent()).isTrue();
        assertThat(contact().asOf()).isEqualTo(instant);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void a_lost_gateway_takes_its_contacts_with_it_until_they_are_heard_again() {
        behindTheGateway();
        hall.later(20);
        goes(gateway, Ending.LOSS);
        Instant lost = hall.now;
        assertUnknownSince(lost);

        hall.later(60);
        comes(gateway);
        hall.hear("gw", ONLINE, null);
        hall.hear("trap-1-in", ONLINE, null);
        assertUnknownSince(lost);
        hall.restarts();
        comes(gateway);
        assertUnknownSince(lost);

        hall.closes("trap-1-in");
        assertClosed();
    }

    @Test
    void a_contact_is_unknown_once_its_gateway_or_its_device_says_that_it_is_not_there() {
        behindTheGateway();
        hall.later(20);
        hall.hear("trap-1-in", OFFLINE, null);
        assertUnknownSince(hall.now);

        hall.closes("trap-1-in");
        hall.later(20);
        hall.hear("gw", OFFLINE, null);
        assertUnknownSince(hall.now);
    }

    @Test
    void one_that_has_a_connection_of_its_own_is_not_lost_with_its_gateway() {
        behindTheGateway();
        comes(reader);
        hall.hear("gw", OFFLINE, null);
        goes(gateway, Ending.LOSS);
        assertClosed();

        goes(reader, Ending.LOSS);
        assertUnknownSince(hall.now);
    }

    @Test
    void after_a_goodbye_it_stands_for_an_hour_over_a_restart_too() {
        behindTheGateway();
        hall.later(20);
        goes(gateway, Ending.GOODBYE);
        Instant goodbye = hall.now;
        hall.later(1800);
        hall.restarts();
        hall.later(1790);
        hall.ticks();
        assertClosed();

        hall.later(11);
        hall.ticks();
        assertUnknownSince(goodbye.plusSeconds(3600));
        comes(gateway);
        assertUnknownSince(goodbye.plusSeconds(3600));
    }

    @Test
    void one_that_wakes_in_time_is_there_again() {
        behindTheGateway();
        goes(gateway, Ending.GOODBYE);
        hall.later(3000);
        hall.ticks();
        comes(gateway);
        hall.later(3000);
        hall.ticks();
        assertClosed();
    }

    @Test
    void what_the_hub_has_ended_itself_is_no_failure_but_must_come_back() {
        behindTheGateway();
        hall.later(20);
        goes(gateway, Ending.HANG_UP);
        hall.later(59);
        hall.ticks();
        assertClosed();
        comes(gateway);
        hall.later(600);
        hall.ticks();
        assertClosed();

        goes(gateway, Ending.HANG_UP);
        hall.later(60);
        hall.ticks();
        assertUnknownSince(hall.now);
    }

    @Test
    void after_a_restart_it_is_as_last_known_until_its_device_has_had_its_time_to_come_back() {
        behindTheGateway();
        goes(gateway, Ending.HANG_UP);
        hall.restarts();
        hall.later(59);
        hall.ticks();
        assertClosed();
        hall.later(1);
        hall.ticks();
        assertUnknownSince(hall.now);
    }

    @Test
    void a_device_that_is_back_in_time_has_nothing_new_to_say() {
        behindTheGateway();
        hall.later(60);
        hall.restarts();
        comes(gateway);
        hall.later(600);
        hall.ticks();
        assertClosed();
    }

    @Test
    void after_a_hub_that_was_away_for_more_than_an_hour_nothing_is_known_of_it() {
        behindTheGateway();
        for (int minute = 0; minute < 300; minute++) {
            hall.later(60);
            hall.ticks();
        }
        Instant noted = contact().heard();
        assertThat(noted).isAfter(hall.now.minusSeconds(900));
        hall.later(3600);
        hall.restarts();
        comes(gateway);

        assertThat(contact().isSilent()).isTrue();
        assertThat(contact().asOf()).isEqualTo(noted.plusSeconds(3600));
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
    }

    @Test
    void what_it_kept_while_it_was_cut_off_says_that_it_moved_and_not_how_it_is() {
        behindTheGateway();
        hall.later(600);
        Instant opened = hall.now.minusSeconds(300);
        hall.hear("trap-1-in", new Message.Contact(true), opened);
        assertUnknownSince(opened);
        hall.hear("trap-1-in", new Message.Contact(false), opened.plusSeconds(10));
        assertUnknownSince(opened);
    }

    @Test
    void what_is_older_than_what_it_said_since_changes_nothing() {
        hall.has(gateway);
        comes(gateway);
        hall.later(600);
        hall.closes("trap-1-in");
        hall.hear("trap-1-in", OFFLINE, hall.now.minusSeconds(300));
        hall.hear("trap-1-in", new Message.Contact(true), hall.now.minusSeconds(300));
        assertClosed();
    }

    @Test
    void of_two_leaves_one_that_is_open_is_an_open_door_and_one_that_is_lost_no_closed_one() {
        Device leaf = controller("leaf", "trap-1");
        hall.has(leaf);
        comes(reader);
        comes(leaf);
        hall.opens("leaf");
        hall.later(20);
        hall.closes("trap-1-in");
        assertThat(contact().open()).isTrue();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);

        hall.closes("leaf");
        goes(leaf, Ending.LOSS);
        assertUnknownSince(hall.now);
        hall.restarts();
        assertUnknownSince(hall.now);
        comes(leaf);
        hall.closes("leaf");
        assertClosed();
    }

    @Test
    void a_device_that_comes_another_way_than_before_must_be_heard_there_first() {
        behindTheGateway();
        hall.later(20);
        Device other = gateway("gw-2", "trap-1-in");
        comes(other);
        hall.has(gateway("gw"), other);
        assertUnknownSince(hall.now);
    }

    @Test
    void what_a_retired_device_said_counts_no_more_and_its_successor_is_asked() {
        hall.has(controller("old", "trap-1"));
        comes(hall.house.devices().get("old"));
        hall.closes("old");
        hall.later(20);
        hall.has(controller("new", "trap-1"));
        assertUnknownSince(hall.now);
        hall.restarts();
        assertUnknownSince(hall.now);

        hall.closes("new");
        assertClosed();
    }

    @Test
    void a_device_that_leaves_the_site_file_and_comes_back_must_be_heard_first() {
        hall.has(controller("old", "trap-1"));
        comes(hall.house.devices().get("old"));
        hall.closes("old");
        hall.later(20);
        hall.has();
        hall.has(controller("old", "trap-1"));
        assertUnknownSince(hall.now);
    }
}
