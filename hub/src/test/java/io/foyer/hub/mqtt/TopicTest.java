package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a#", "#a", "a/#/b", "+a", "a+", "a/b+/c", "a/#b", "##", "++", "#/", "a/\0", "a/\uFFFD/b"})
    void mqtt_forbids_such_a_filter(String filter) {
        assertThat(DeviceTopic.isFilter(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+", "+/+", "a/+/b", "a/#", "+/#", "/", "/+", "a//b", "a/", "$SYS/#", "a b", "计数"})
    void mqtt_allows_such_a_filter(String filter) {
        assertThat(DeviceTopic.isFilter(filter)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, true",
        "a/b, a/b/c, false",
        "a/+, a/b, true",
        "a/+, a/, true",
        "a/+, a, false",
        "a/+/c, a/b/c, true",
        "+/b, a/b, true",
        "a/#, a, true",
        "a/#, a/b/c, true",
        "a/b/#, a/bc, false",
        "A/b, a/b, false",
        "a/b/, a/b, false",
        "#, a/b, true"
    })
    void a_filter_catches_by_the_rules_of_mqtt(String filter, String topic, boolean caught) {
        assertThat(DeviceTopic.matches(filter, topic)).isEqualTo(caught);
    }
}
