package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.config.ConfigException;
import io.foyer.hub.site.HubClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {
    @TempDir
    private Path folder;

    private Settings settings(int http, int mqtt) {
        return Settings.read(
                folder,
                Map.of(
                        "FOYER_HTTP_PORT",
                        "" + http,
                        "FOYER_MQTT_PORT",
                        "" + mqtt,
                        "FOYER_MQTT_WS_PORT",
                        "-1",
                        "FOYER_DATA_DIR",
                        folder.resolve("data").toString()));
    }

    private void start(Settings settings, List<String> passwords) throws Exception {
        Path programs = Path.of("target", "postgres-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(settings.dataDir());
        Path link = settings.dataDir().resolve("programs");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, programs);
        }
        Hub hub = new Hub(settings, folder, HubClock.ofMachine());
        try {
            hub.start(List.of(), passwords::add);
        } finally {
            hub.stop().await(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_port_in_use_is_named_with_its_setting_and_the_password_that_was_stored_has_been_told() throws Exception {
        Files.writeString(folder.resolve("hub.yaml"), "");
        List<String> passwords = new ArrayList<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(settings(port, 0), passwords))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("http.port " + port + " is in use: choose another, or stop what listens there.");
            assertThat(passwords).hasSize(1);
            assertThatThrownBy(() -> start(settings(0, port), passwords))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("mqtt.port " + port + " is in use: choose another, or stop what listens there.");
            assertThat(passwords).hasSize(1);
        }
    }

    @Test
    void the_ready_line_writes_ipv6_in_brackets() throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "http.host: \"::\"\nmqtt.host: \"[::1]\"\ninsecure: true\n");
        assertThat(HubCommand.line(settings(0, 0), new Hub.Addresses(8080, 1883, Optional.of(8083), Optional.of(8883))))
                .isEqualTo("foyer ready http=[::]:8080 mqtt=[::1]:1883 mqttws=[::1]:8083 mqtts=[::1]:8883");
        assertThat(HubCommand.line(
                        Settings.read(folder.resolve("none"), Map.of()),
                        new Hub.Addresses(1, 2, Optional.empty(), Optional.empty())))
                .isEqualTo("foyer ready http=127.0.0.1:1 mqtt=127.0.0.1:2");
        assertThat(LocalAccess.near("::")).isEqualTo("::1");
    }

    @Test
    void a_reload_with_another_folder_than_the_hubs_is_refused() throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "");
        Settings settings = settings(0, 0);
        Files.createDirectories(settings.dataDir());
        Files.writeString(
                settings.dataDir().resolve(LocalAccess.FILE),
                "{\"url\": \"http://127.0.0.1:1\", \"token\": \"t\", \"config\": \"/somewhere/else\"}");
        assertThatThrownBy(() -> ReloadCommand.run(settings, folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the running hub reads /somewhere/else, not " + folder);
        Files.writeString(
                settings.dataDir().resolve(LocalAccess.FILE),
                "{\"url\": \"http://127.0.0.1:1\", \"token\": \"t\", \"config\": \"" + folder + "\"}");
        assertThatThrownBy(() -> ReloadCommand.run(settings, folder.resolve("../" + folder.getFileName())))
                .hasMessageContaining("no running hub was found");
    }
}
