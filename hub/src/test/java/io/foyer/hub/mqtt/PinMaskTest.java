package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinMaskTest {
    @Test
    void what_is_kept_of_a_swipe_has_all_of_it_but_the_pin() {
        String body = "{\"id\": \"s-1\", \"credential\": \"A1\", \"p\\u0069n\": \"24\\\"68\", \"more\": [1]}";
        Message swipe = new Message.Swipe("A1", CredentialType.CARD, null, "24\"68", null);
        assertThat(PinMask.of(swipe, body))
                .isEqualTo("{\"id\":\"s-1\",\"credential\":\"A1\",\"pin\":\"****\",\"more\":[1]}");
        Message pin = new Message.Swipe("2468", CredentialType.PIN, null, null, null);
        assertThat(PinMask.of(pin, "{\"credential\":\"2468\",\"type\":\"pin\"}"))
                .isEqualTo("{\"credential\":\"****\",\"type\":\"pin\"}");
    }

    @Test
    void what_has_no_pin_is_kept_as_it_came() {
        String body = "{ \"credential\" : \"A1\" }";
        assertThat(PinMask.of(new Message.Swipe("A1", CredentialType.CARD, null, null, null), body))
                .isSameAs(body);
        assertThat(PinMask.of(new Message.Present(1), body)).isSameAs(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credential\":\"A1\",\"pin\":2468}",
                "{\"credential\":7,\"pin\":\"2468\"}",
                "{\"credential\":7,\"pin\" : \"2468",
                "{\"credential\":7,\"pin\":\"a\\\"2468\"}",
                "{\"type\":\"pin\",\"credential\":2468}",
                "{\"type\": \"pin\", \"credential\":\"2468\",}"
            })
    void a_pin_is_taken_out_of_what_nobody_understood(String payload) {
        assertThat(PinMask.inFaulty(payload)).doesNotContain("2468").contains("****");
    }
}
