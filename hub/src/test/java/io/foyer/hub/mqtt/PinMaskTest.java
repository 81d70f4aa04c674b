package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinMaskTest {
    @Test
    void what_is_kept_of_a_swipe_has_all_of_it_but_the_pin() {
        assertThat(PinMask.in("{\"id\": \"s-1\", \"credential\": \"A1\", \"p\\u0069n\": \"24\\\"68\", \"more\": [1]}"))
                .isEqualTo("{\"id\":\"s-1\",\"credential\":\"A1\",\"pin\":\"****\",\"more\":[1]}");
        assertThat(PinMask.in("{\"credential\":\"2468\",\"type\":\"pin\"}"))
                .isEqualTo("{\"credential\":\"****\",\"type\":\"pin\"}");
    }

    @Test
    void a_visitors_qr_is_kept_without_what_makes_it_genuine() {
        String payload = "{\"type\":\"qr\",\"credential\":\"foyer:v:harbour:v17:1795000000000:c2lnbmF0dXJl\"}";
        assertThat(PinMask.in(payload)).contains("foyer:v:harbour:v17:1795000000000:…\"}");
        assertThat(PinMask.inFaulty(payload.substring(1))).doesNotContain("c2lnbmF0dXJl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credential\":\"A1\",\"pin\":\"2468\",\"pin\":null}",
                "{\"credential\":\"A1\",\"pin\":null,\"more\":{\"pin\":\"2468\"}}",
                "{\"credential\":\"A1\",\"more\":[{\"PIN\":\"2468\"}]}",
                "{\"credential\":\"A1\",\"pinCode\":2468}",
                "{\"credential\":\"A1\",\"raw\":\"{\\\"pin\\\":\\\"2468\\\"}\"}",
                "{\"type\":\"pin\",\"credential\":\"7\",\"more\":{\"credential\":\"2468\"}}",
                "{\"contact\":\"open\",\"pin\":\"2468\"}"
            })
    void a_pin_is_found_wherever_a_message_that_was_understood_has_it(String payload) {
        assertThat(PinMask.in(payload)).doesNotContain("2468").contains("****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"credential\" : \"A1\" }",
                "{\"present\": 1}",
                "{\"credential\":\"A1\",\"id\":\"pin-7\"}",
                "{\"at\":\"2031-01-01T00:00:00Z\",\"credential\":\"0042\",\"type\":\"card\"}"
            })
    void what_has_no_pin_is_kept_as_it_came(String payload) {
        assertThat(PinMask.in(payload)).isEqualTo(payload);
        assertThat(PinMask.inFaulty(payload).replace(" ", "")).isEqualTo(payload.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credential\":\"A1\",\"pin\":2468}",
                "{\"credential\":7,\"pin\":\"2468\"}",
                "{\"credential\":7,\"pin\" : \"2468",
                "{\"credential\":7,\"pin\":\"a\\\"2468\"}",
                "{\"type\":\"pin\",\"credential\":2468}",
                "{\"type\": \"pin\", \"credential\":\"2468\",}",
                "{\"credential\":7,\"p\\u0069n\":\"2468\"}",
                "{\"credential\":7,\"\\u0070\\u0069\\u006e\":\"2468",
                "{\"credential\":7,\"PIN\":\"2468\"}",
                "{\"credential\":7,\"pin\":\"2468\",\"pin\":\"2468\"}",
                "{\"credential\":7,\"pin\":{\"value\":\"2468\"}}",
                "{\"credential\":7,\"pin\":[2,2468]}",
                "{\"credential\":7,\"pin\" \"2468\"}",
                "{credential:7,pin:2468}",
                "{'credential':7,'pin':'2468'}",
                "credential=A1&pin=2468",
                "\"{\\\"credential\\\":\\\"A1\\\",\\\"pin\\\":\\\"2468\\\"}\"",
                "{\"credential\":7,\"pin\":\"\\u0032468\"",
                "{\"credential\":\"2468\",\"type\":\"keypad\"}",
                "{\"CREDENTIAL\":\"2468\",\"TYPE\":\"PIN\"}",
                "{\"credential\":\"2468\",\"type\":\"pin\",\"type\":\"card\"}",
                "{\"credential\":\"2468\",\"ty",
                "{\"pin\":\"2468\"} {}",
                "{\"p\0i\0n\0\":\0002468"
            })
    void a_pin_is_taken_out_of_what_nobody_understood(String payload) {
        assertThat(PinMask.inFaulty(payload)).doesNotContain("2468", "468").contains("****");
    }

    @Test
    void a_payload_that_says_only_at_its_end_that_it_is_a_pin_has_none_at_its_beginning() {
        String much = "x".repeat(70_000);
        assertThat(PinMask.inFaulty("{\"credential\":\"2468\",\"more\":\"" + much + "\",\"type\":\"pin\"}"))
                .doesNotContain("2468");
        String deep = "[".repeat(2_000);
        assertThat(PinMask.inFaulty("{\"pin\":" + deep + "2468")).doesNotContain("2468");
    }
}
