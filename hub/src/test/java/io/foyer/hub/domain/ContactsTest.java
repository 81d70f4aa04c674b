package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.definition.Device;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When what a door's contact said is no longer known, and since when: its interlock lets nobody in then. */
class ContactsTest {
    private final TrapDoor trap = new TrapDoor();
    private final Hall hall = trap.hall;

    @Test
    void a_lost_gateway_takes_its_contacts_with_it_until_they_are_heard_again() {
        trap.behindTheGateway();
        hall.later(20);
        trap.goes(trap.gateway, Disconnection.LOSS);
        Instant lost = hall.now;
        trap.assertUnknownSince(lost);

        hall.later(60);
        trap.comes(trap.gateway);
        hall.hear("gw", TrapDoor.ONLINE, null);
        hall.hear("trap-1-in", TrapDoor.ONLINE, null);
        trap.assertUnknownSince(lost);
        hall.restarts();
        trap.comes(trap.gateway);
        trap.assertUnknownSince(lost);

        hall.closes("trap-1-in");
        trap.assertClosed();
    }

    @Test
    void a_contact_is_unknown_once_its_gateway_or_its_device_says_that_it_is_not_there() {
        trap.behindTheGateway();
        hall.later(20);
        hall.hear("trap-1-in", TrapDoor.OFFLINE, null);
        trap.assertUnknownSince(hall.now);

        hall.closes("trap-1-in");
        hall.later(20);
        hall.hear("gw", TrapDoor.OFFLINE, null);
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void one_that_has_a_connection_of_its_own_is_not_lost_with_its_gateway() {
        trap.behindTheGateway();
        trap.comes(trap.reader);
        hall.hear("gw", TrapDoor.OFFLINE, null);
        trap.goes(trap.gateway, Disconnection.LOSS);
        trap.assertClosed();

        trap.goes(trap.reader, Disconnection.LOSS);
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void what_it_kept_while_it_was_cut_off_says_that_it_moved_and_not_how_it_is() {
        trap.behindTheGateway();
        hall.later(600);
        Instant opened = hall.now.minusSeconds(300);
        hall.hear("trap-1-in", new Message.ContactReport(true), opened);
        trap.assertUnknownSince(opened);
        hall.hear("trap-1-in", new Message.ContactReport(false), opened.plusSeconds(10));
        trap.assertUnknownSince(opened);
    }

    @Test
    void what_is_older_than_what_it_said_since_changes_nothing() {
        hall.has(trap.gateway);
        trap.comes(trap.gateway);
        hall.later(600);
        hall.closes("trap-1-in");
        hall.hear("trap-1-in", TrapDoor.OFFLINE, hall.now.minusSeconds(300));
        hall.hear("trap-1-in", new Message.ContactReport(true), hall.now.minusSeconds(300));
        trap.assertClosed();
    }

    @Test
    void of_two_leaves_one_that_is_open_is_an_open_door_and_one_that_is_lost_no_closed_one() {
        Device leaf = TrapDoor.controller("leaf", "trap-1");
        hall.has(leaf);
        trap.comes(trap.reader);
        trap.comes(leaf);
        hall.opens("leaf");
        hall.later(20);
        hall.closes("trap-1-in");
        assertThat(trap.contact().open()).isTrue();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);

        hall.closes("leaf");
        trap.goes(leaf, Disconnection.LOSS);
        trap.assertUnknownSince(hall.now);
        hall.restarts();
        trap.assertUnknownSince(hall.now);
        trap.comes(leaf);
        hall.closes("leaf");
        trap.assertClosed();
    }

    @Test
    void a_device_that_comes_another_way_than_before_must_be_heard_there_first() {
        trap.behindTheGateway();
        hall.later(20);
        Device other = TrapDoor.gateway("gw-2", "trap-1-in");
        trap.comes(other);
        hall.has(TrapDoor.gateway("gw"), other);
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void what_a_retired_device_said_counts_no_more_and_its_successor_is_asked() {
        hall.has(TrapDoor.controller("old", "trap-1"));
        trap.comes(hall.definition.devices().get("old"));
        hall.closes("old");
        hall.later(20);
        hall.has(TrapDoor.controller("new", "trap-1"));
        trap.assertUnknownSince(hall.now);
        hall.restarts();
        trap.assertUnknownSince(hall.now);

        hall.closes("new");
        trap.assertClosed();
    }

    @Test
    void a_device_that_leaves_the_site_file_and_comes_back_must_be_heard_first() {
        hall.has(TrapDoor.controller("old", "trap-1"));
        trap.comes(hall.definition.devices().get("old"));
        hall.closes("old");
        hall.later(20);
        hall.has();
        hall.has(TrapDoor.controller("old", "trap-1"));
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void an_exit_button_and_a_tamper_are_in_the_trail_and_change_nothing_else() {
        for (Message.DoorEvent.DoorEventKind kind : Message.DoorEvent.DoorEventKind.values()) {
            assertThat(hall.hear("trap-1-in", new Message.DoorEvent(kind), null))
                    .singleElement()
                    .isInstanceOf(Change.MessageRecord.class);
        }
        assertThat(hall.orders).isEmpty();
    }
}
