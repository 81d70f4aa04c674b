package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import org.junit.jupiter.api.Test;

/** Two doors of which one opens while the other is shut. */
class InterlockTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void of_an_interlock_one_door_opens_while_the_other_is_shut_and_unused() {
        assertThat(hall.swipes("ann", "trap-1-in")).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        hall.opens("trap-1-in");
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        hall.closes("trap-1-in");
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.GRANTED);

        hall.later(11);
        assertThat(hall.swipes("bob", "trap-1-in")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void while_a_contact_is_silent_its_interlock_lets_nobody_in_and_everybody_out() {
        hall.opens("trap-1-in");
        hall.restarts();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);

        hall.later(60);
        hall.ticks();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        assertThat(hall.swipes("ann", "trap-2-out")).isEqualTo(AccessReason.GRANTED);
        hall.later(11);
        hall.closes("trap-1-in");
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_contact_that_was_silent_before_a_restart_is_so_after_it() {
        hall.opens("trap-1-in");
        hall.keep(hall.site.gone(Hall.HOUSE.devices().get("trap-1-in"), Disconnection.LOSS, hall.now));
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);

        hall.restarts();
        assertThat(hall.state()).isEqualTo(hall.kept());
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        assertThat(hall.swipes("ann", "trap-2-out")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_door_that_the_desk_unlocks_keeps_the_other_one_shut() {
        hall.keep(hall.site.doors().unlock("desk", "trap-1", 5, hall.now.plusSeconds(10)));
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        assertThat(hall.kept()).isEqualTo(hall.state());

        hall.later(16);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.GRANTED);
    }
}
