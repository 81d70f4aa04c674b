package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import org.junit.jupiter.api.Test;

class PinsTest {
    private static final Credential.CredentialKey CARD = new Credential.CredentialKey(CredentialType.CARD, "A");

    private final CredentialRecognition recognition = CredentialRecognition.with(new HubSeal(new byte[32]));
    private final SealedPins pins = recognition.pins();

    @Test
    void equal_pins_of_two_cards_two_sites_or_two_hubs_do_not_look_alike() {
        String sealed = pins.beside("harbour", CARD, "2468");
        assertThat(pins.beside("harbour", CARD, "2468")).isEqualTo(sealed);
        assertThat(pins.beside("harbour", new Credential.CredentialKey(CredentialType.CARD, "B"), "2468"))
                .isNotEqualTo(sealed);
        assertThat(pins.beside("other", CARD, "2468")).isNotEqualTo(sealed);
        byte[] another = new byte[32];
        another[0] = 1;
        assertThat(CredentialRecognition.with(new HubSeal(another)).pins().beside("harbour", CARD, "2468"))
                .isNotEqualTo(sealed);
    }

    @Test
    void a_site_hears_no_pin_in_plain() {
        Message.CardSwipe alone = new Message.CardSwipe("2468", CredentialType.PIN, null, null, null);
        assertThat(recognition.of("harbour", alone, key -> key).toString()).doesNotContain("2468");
        assertThat(recognition.of("harbour", alone, key -> key).credential())
                .isEqualTo(pins.key("harbour", CredentialType.PIN, "2468").value());
        Message.CardSwipe beside = new Message.CardSwipe("A", CredentialType.CARD, null, "2468", null);
        assertThat(recognition.of("harbour", beside, key -> key).credential()).isEqualTo("A");
        assertThat(recognition.of("harbour", beside, key -> key).pin()).isEqualTo(pins.beside("harbour", CARD, "2468"));
    }
}
