package io.foyer.simulators.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the hub listens for devices, from the hub's own settings: {@code DIR/hub.yaml}, then the environment. */
public record HubAddress(String host, int port) {
    private static final String FILE = "hub.yaml";

    @Override
    public String toString() {
        return host + ":" + port;
    }

    public static HubAddress read(Path config, Map<String, String> environment) {
        return new HubAddress(host(config, environment), port(config, environment));
    }

    /** A hub that listens on every address is reached on this machine through loopback. */
    private static String host(Path config, Map<String, String> environment) {
        String host = setting(config, environment, "mqtt.host", "127.0.0.1");
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
    }

    private static int port(Path config, Map<String, String> environment) {
        String text = setting(config, environment, "mqtt.port", "1883");
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 1 || port > 65_535) {
            throw Refusal.in(
                    config.resolve(FILE),
                    "key mqtt.port (FOYER_MQTT_PORT)",
                    "'" + text + "' is no port to connect to",
                    "Set FOYER_MQTT_PORT to the port after mqtt= in the hub's line `foyer ready`.");
        }
        return port;
    }

    /** The key may be written with dots or nested; a blank value is none. */
    private static String setting(Path config, Map<String, String> environment, String key, String otherwise) {
        String variable = "FOYER_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
        Path file = config.resolve(FILE);
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty() && Files.exists(file)) {
            JsonNode settings = YamlFile.tree(file);
            JsonNode flat = settings.path(key);
            JsonNode written = flat.isMissingNode() ? settings.at("/" + key.replace('.', '/')) : flat;
            value = written.asText("").strip();
        }
        return value.isEmpty() ? otherwise : value;
    }
}
