package io.foyer.simulators.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hub's own settings: {@code DIR/hub.yaml}, then the environment. */
public final class HubSettings {
    private HubSettings() {}

    static Path file(Path config) {
        return config.resolve("hub.yaml");
    }

    /** The name of the environment variable that overrides a key. */
    public static String variable(String key) {
        return "FOYER_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The key by which others than this machine can reach the hub, if there is one. */
    public static Optional<String> beyondLoopback(Path config, Map<String, String> environment) {
        return Stream.of("http.host", "mqtt.host")
                .filter(key -> !isLoopback(text(config, environment, key, "127.0.0.1")))
                .findFirst();
    }

    /** An address that is none is the hub's to tell. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return true;
        }
    }

    /** The key may be written with dots or nested; a blank value is none. */
    public static String text(Path config, Map<String, String> environment, String key, String otherwise) {
        Path file = file(config);
        String value = environment.getOrDefault(variable(key), "").strip();
        if (value.isEmpty() && Files.exists(file)) {
            JsonNode settings = YamlFile.tree(file);
            JsonNode flat = settings.path(key);
            JsonNode written = flat.isMissingNode() ? settings.at("/" + key.replace('.', '/')) : flat;
            value = written.asText("").strip();
        }
        return value.isEmpty() ? otherwise : value;
    }
}
