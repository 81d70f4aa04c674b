package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    private Settings read(String text, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), text);
        return Settings.read(folder, environment);
    }

    @Test
    void without_a_file_the_defaults_hold() {
        Settings settings = Settings.read(folder, Map.of());

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.mqttPort()).isEqualTo(1883);
        assertThat(settings.mqttWsPort()).isEqualTo(8083);
        assertThat(settings.isBeyondLoopback()).isFalse();
        assertThat(settings.databaseUrl()).isEmpty();
    }

    @Test
    void keys_may_be_dotted_or_nested() throws IOException {
        assertThat(read("http.port: 9000\nmqtt:\n  port: 9001\n  ws:\n    port: -1\n", Map.of()))
                .extracting(Settings::httpPort, Settings::mqttPort, Settings::mqttWsPort)
                .containsExactly(9000, 9001, -1);
    }

    @Test
    void the_environment_wins() throws IOException {
        assertThat(read("http.port: 9000\n", Map.of("FOYER_HTTP_PORT", "0", "HOME", "/"))
                        .httpPort())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'http.prot: 1'                | hub.yaml:1: unknown setting `http.prot`
                    'http.port: eighty'           | hub.yaml:1: `http.port` is `eighty`. Choose a port from 0 to 65535.
                    'http.port: -1'               | hub.yaml:1: `http.port` is `-1`.
                    'http.publicUrl: hub.example' | hub.yaml:1: `http.publicUrl` is `hub.example`. Write the address that people type
                    'insecure: perhaps'           | neither true nor false
                    'http.host: 0.0.0.0'          | hub.yaml:1: the hub would listen beyond this machine without TLS
                    'tls.certificate: nowhere.pem'| nowhere.pem cannot be read
                    'mqtt.bridge.url: mqtt://a'   | `mqtt.bridge.url` is not built yet
                    '- a list'                    | settings are `key: value` lines
                    """)
    void a_fault_names_the_place_and_the_remedy(String text, String told) {
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(told);
    }

    @Test
    void an_unknown_variable_is_an_unknown_setting() {
        assertThatThrownBy(() -> Settings.read(folder, Map.of("FOYER_HTTP_PROT", "1")))
                .hasMessageContaining("environment variable FOYER_HTTP_PROT: there is no such setting");
    }

    @Test
    void what_is_not_built_is_not_offered() {
        assertThatThrownBy(() -> read("http.prot: 1", Map.of()))
                .message()
                .doesNotContain("mqtt.bridge.url", "tls.clientCa");
        assertThatThrownBy(() -> read("", Map.of("FOYER_MQTT_BRIDGE_URL", "mqtt://a")))
                .hasMessageContaining("`mqtt.bridge.url` is not built yet. Remove it.");
    }

    @Test
    void with_tls_plain_mqtt_stays_on_this_machine_unless_the_network_is_ones_own() throws IOException {
        Path pem = Files.writeString(folder.resolve("any.pem"), "");
        String tls = "mqtt.host: 0.0.0.0\ntls.certificate: " + pem + "\ntls.key: " + pem + "\n";

        assertThat(read(tls, Map.of()).plainMqttHost()).isEqualTo("127.0.0.1");
        assertThat(read(tls + "insecure: true\n", Map.of()).plainMqttHost()).isEqualTo("0.0.0.0");
        assertThat(read("", Map.of()).plainMqttHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void beyond_this_machine_without_tls_only_on_purpose() throws IOException {
        assertThat(read("http.host: 0.0.0.0\ninsecure: true\n", Map.of()).isBeyondLoopback())
                .isTrue();
    }
}
