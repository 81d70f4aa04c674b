package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Readers whose clocks are not the hub's. */
class WrongClocksTest {
    private static final Duration BEHIND = Duration.ofSeconds(100);

    private final Hall hall = Hall.withPeople();

    @Test
    void a_swipe_from_an_hour_ahead_is_answered_and_opens_nothing() {
        MessageStamp stamp = MessageStamp.ahead("s", hall.now, false);
        Effects effects = hall.site.hear(
                Hall.HOUSE.devices().get("front-in"),
                "swipe",
                stamp,
                new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null),
                "{}");

        assertThat(effects.orders())
                .containsExactly(new DoorOrder.DenyOrder("front-in", "s", AccessReason.STALE_SWIPE));
        assertThat(effects.changes())
                .filteredOn(Change.AccessRecord.class::isInstance)
                .extracting(change -> ((Change.AccessRecord) change).event().at())
                .containsExactly(hall.now);
    }

    /** A device that has begun its numbers anew: what it says is lost, and somebody must learn of it. */
    @Test
    void another_message_with_an_id_that_was_used_is_a_dead_letter_and_the_same_message_is_not() {
        Device reader = Hall.HOUSE.devices().get("front-in");
        Message status = new Message.DeviceStatus(true, null, null, null);
        MessageStamp first = new MessageStamp("s-1", null, hall.now, false);
        hall.site.hear(reader, "status", first, status, "{\"online\":true}");

        assertThat(hall.site
                        .hear(reader, "status", first, status, "{\"online\":true}")
                        .changes())
                .isEmpty();
        assertThat(hall.site
                        .hear(reader, "door", first, new Message.ContactReport(true), "{\"contact\":\"open\"}")
                        .changes())
                .containsExactly(new Change.DeadLetter(
                        hall.now, "front-in", "foyer/hall/front-in/door", "id-used-before", "{\"contact\":\"open\"}"));
    }

    @Test
    void a_message_that_comes_sooner_than_others_of_a_slow_clock_is_judged_by_the_present() {
        Message status = new Message.DeviceStatus(true, null, null, null);
        for (int i = 0; i < 20; i++) {
            hall.hear("front-in", status, hall.now.minus(BEHIND));
        }
        Credential.CredentialKey key = new Credential.CredentialKey(CredentialType.CARD, Hall.card("ann"));
        hall.site.doorkeeper().put(new Credential(key, "ann", false, hall.now.minusSeconds(60)));

        for (int sooner = -2; sooner <= 2; sooner++) {
            AccessReason reason =
                    hall.swipes("ann", "front-in", null, hall.now.minus(BEHIND).plusSeconds(sooner), null);
            assertThat(reason).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        }
    }
}
