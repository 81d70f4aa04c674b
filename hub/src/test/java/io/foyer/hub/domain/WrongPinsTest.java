package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who guesses PINs. */
class WrongPinsTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void wrong_pins_lock_the_card_for_a_while_and_a_right_one_forgets_them() {
        for (String pin : List.of("1", "2", "1234", "1", "2", "3")) {
            hall.swipes("ann", "vault-in", pin, null, null);
        }
        assertThat(hall.swipes("ann", "vault-in", "1234", null, null)).isEqualTo(AccessReason.TOO_MANY_ATTEMPTS);
        assertThat(hall.swipes("bob", "vault-in", "1234", null, null)).isEqualTo(AccessReason.GRANTED);

        hall.later(120);
        assertThat(hall.swipes("ann", "vault-in", "1234", null, null)).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void pins_that_are_nobodys_lock_the_door_for_pins_alone() {
        for (String guess : List.of("1", "2", "3", "4")) {
            hall.hear("front-in", new Message.CardSwipe(guess, CredentialType.PIN, null, null, null), null);
        }
        assertThat(hall.orders)
                .extracting(order -> ((DoorOrder.DenyOrder) order).reason())
                .containsExactly(
                        AccessReason.UNKNOWN_CREDENTIAL,
                        AccessReason.UNKNOWN_CREDENTIAL,
                        AccessReason.UNKNOWN_CREDENTIAL,
                        AccessReason.TOO_MANY_ATTEMPTS);
        assertThat(hall.swipes("ann", "front-in")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void an_exit_does_not_tell_right_pins_from_wrong_ones_for_long_and_cards_still_open_it() {
        for (String guess : List.of("1", "2", "3", "4")) {
            hall.hear("front-out", new Message.CardSwipe(guess, CredentialType.PIN, null, null, null), null);
        }

        assertThat(hall.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-out", null, AccessReason.TOO_MANY_ATTEMPTS));
        assertThat(hall.swipes("ann", "front-out")).isEqualTo(AccessReason.GRANTED);
    }
}
