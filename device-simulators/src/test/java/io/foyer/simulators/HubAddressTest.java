package io.foyer.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.setting.HubAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubAddressTest {
    @TempDir
    Path config;

    @Test
    void without_settings_the_hub_is_on_this_machine_at_the_usual_port() {
        assertThat(HubAddress.read(config, Map.of())).hasToString("127.0.0.1:1883");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mqtt.port: 2883               | 127.0.0.1:2883
                    mqtt: {port: 2883, host: pi}  | pi:2883
                    mqtt.host: 0.0.0.0            | 127.0.0.1:1883
                    '# nothing set yet'           | 127.0.0.1:1883
                    mqtt.port:                    | 127.0.0.1:1883
                    """)
    void the_hubs_own_settings_say_where_it_listens(String settings, String address) throws IOException {
        Files.writeString(config.resolve("hub.yaml"), settings);

        assertThat(HubAddress.read(config, Map.of())).hasToString(address);
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        Files.writeString(config.resolve("hub.yaml"), "mqtt: {port: 2883, host: pi}\n");

        assertThat(HubAddress.read(config, Map.of("FOYER_MQTT_PORT", "3883", "FOYER_MQTT_HOST", "")))
                .hasToString("pi:3883");
    }
}
