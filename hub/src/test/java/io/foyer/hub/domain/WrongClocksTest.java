package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Readers whose clocks are not the hub's. */
class WrongClocksTest {
    private static final Duration BEHIND = Duration.ofSeconds(100);

    private final Hall hall = Hall.withPeople();

    @Test
    void a_message_that_comes_sooner_than_others_of_a_slow_clock_is_judged_by_the_present() {
        Message status = new Message.Status(true, null, null, null);
        for (int i = 0; i < 20; i++) {
            hall.hear("front-in", status, hall.now.minus(BEHIND));
        }
        Credential.Key key = new Credential.Key(CredentialType.CARD, Hall.card("ann"));
        hall.site.doorkeeper().put(new Credential(key, "ann", false, hall.now.minusSeconds(60)));

        for (int sooner = -2; sooner <= 2; sooner++) {
            Reason reason =
                    hall.swipes("ann", "front-in", null, hall.now.minus(BEHIND).plusSeconds(sooner), null);
            assertThat(reason).isEqualTo(Reason.CREDENTIAL_EXPIRED);
        }
    }
}
