package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long what a contact said stands after its device, or the hub, has gone. */
class StandingContactsTest {
    private final TrapDoor trap = new TrapDoor();
    private final Hall hall = trap.hall;

    @Test
    void after_a_goodbye_it_stands_for_an_hour_over_a_restart_too() {
        trap.behindTheGateway();
        hall.later(20);
        trap.goes(trap.gateway, Disconnection.GOODBYE);
        Instant goodbye = hall.now;
        hall.later(1800);
        hall.restarts();
        hall.later(1790);
        hall.ticks();
        trap.assertClosed();

        hall.later(11);
        hall.ticks();
        trap.assertUnknownSince(goodbye.plusSeconds(3600));
        trap.comes(trap.gateway);
        trap.assertUnknownSince(goodbye.plusSeconds(3600));
    }

    @Test
    void one_that_wakes_in_time_is_there_again() {
        trap.behindTheGateway();
        trap.goes(trap.gateway, Disconnection.GOODBYE);
        hall.later(3000);
        hall.ticks();
        trap.comes(trap.gateway);
        hall.later(3000);
        hall.ticks();
        trap.assertClosed();
    }

    @Test
    void what_the_hub_has_ended_itself_is_no_failure_but_must_come_back() {
        trap.behindTheGateway();
        hall.later(20);
        trap.goes(trap.gateway, Disconnection.HANG_UP);
        hall.later(59);
        hall.ticks();
        trap.assertClosed();
        trap.comes(trap.gateway);
        hall.later(600);
        hall.ticks();
        trap.assertClosed();

        trap.goes(trap.gateway, Disconnection.HANG_UP);
        hall.later(60);
        hall.ticks();
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void after_a_restart_it_is_as_last_known_until_its_device_has_had_its_time_to_come_back() {
        trap.behindTheGateway();
        trap.goes(trap.gateway, Disconnection.HANG_UP);
        hall.restarts();
        hall.later(59);
        hall.ticks();
        trap.assertClosed();
        hall.later(1);
        hall.ticks();
        trap.assertUnknownSince(hall.now);
    }

    @Test
    void a_device_that_is_back_in_time_has_nothing_new_to_say() {
        trap.behindTheGateway();
        hall.later(60);
        hall.restarts();
        trap.comes(trap.gateway);
        hall.later(600);
        hall.ticks();
        trap.assertClosed();
    }

    @Test
    void after_a_hub_that_was_away_for_more_than_an_hour_nothing_is_known_of_it() {
        trap.behindTheGateway();
        for (int minute = 0; minute < 300; minute++) {
            hall.later(60);
            hall.ticks();
        }
        Instant noted = trap.contact().heard();
        assertThat(noted).isAfter(hall.now.minusSeconds(900));
        hall.later(3600);
        hall.restarts();
        trap.comes(trap.gateway);

        assertThat(trap.contact().isSilent()).isTrue();
        assertThat(trap.contact().asOf()).isEqualTo(noted.plusSeconds(3600));
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
    }
}
