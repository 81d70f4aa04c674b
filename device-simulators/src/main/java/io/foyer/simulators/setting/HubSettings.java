package io.foyer.simulators.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

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
