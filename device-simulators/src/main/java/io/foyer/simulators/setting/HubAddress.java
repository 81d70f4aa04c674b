package io.foyer.simulators.setting;

import java.nio.file.Path;
import java.util.Map;

/** Where the hub listens for devices, from the hub's own settings: {@code DIR/hub.yaml}, then the environment. */
public record HubAddress(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }

    public static HubAddress read(Path config, Map<String, String> environment) {
        return new HubAddress(host(config, environment), port(config, environment));
    }

    /** A hub that listens on every address is reached on this machine through loopback. */
    private static String host(Path config, Map<String, String> environment) {
        String host = HubSettings.text(config, environment, "mqtt.host", "127.0.0.1");
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
    }

    private static int port(Path config, Map<String, String> environment) {
        String text = HubSettings.text(config, environment, "mqtt.port", "1883");
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 1 || port > 65_535) {
            throw Refusal.in(
                    HubSettings.file(config),
                    "key mqtt.port (FOYER_MQTT_PORT)",
                    "'" + text + "' is no port to connect to",
                    "Set FOYER_MQTT_PORT to the port after mqtt= in the hub's line `foyer ready`.");
        }
        return port;
    }
}
