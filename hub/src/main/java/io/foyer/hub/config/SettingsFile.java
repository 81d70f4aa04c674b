package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The settings as they are written: {@code hub.yaml}, with dots or nested keys, and the environment, which wins. */
public final class SettingsFile {
    private static final String PREFIX = "FOYER_";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "http.port",
            "http.host",
            "http.publicUrl",
            "mqtt.host",
            "mqtt.port",
            "mqtt.ws.port",
            "mqtts.port",
            "tls.certificate",
            "tls.key",
            "insecure",
            "data.dir",
            "database.url",
            "admin.password"));

    /** Settings of the contract that this version does not have yet. The hub refuses them rather than ignore them. */
    private static final Set<String> NOT_BUILT = Set.of("mqtt.bridge.url", "tls.clientCa");

    /** A value and its place. */
    private record SettingLine(String value, String place) {}

    private final Map<String, SettingLine> values = new LinkedHashMap<>();
    private final Path file;

    private SettingsFile(Path file) {
        this.file = file;
    }

    /** Reads a file. A missing file has no keys. */
    public static SettingsFile read(Path file, Map<String, String> environment) {
        SettingsFile settings = new SettingsFile(file);
        if (Files.exists(file)) {
            Yaml<JsonNode> yaml = Yaml.read(file, JsonNode.class, JsonNodeFactory.instance.objectNode());
            settings.flatten("", "", yaml.value(), yaml.lines());
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.values.put(keyOf(name), new SettingLine(value, "environment variable " + name));
            }
        });
        return settings;
    }

    private void flatten(String key, String path, JsonNode node, LineIndex lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                            path + "/" + entry.getKey(),
                            entry.getValue(),
                            lines));
        } else if (!key.isEmpty()) {
            String place = file + ":" + lines.at(path);
            if (NOT_BUILT.contains(key)) {
                throw notBuilt(place, key);
            }
            if (!KNOWN.contains(key)) {
                throw new ConfigException(
                        place + ": unknown setting `" + key + "`. Known are " + String.join(", ", KNOWN) + ".");
            }
            if (node.isArray()) {
                throw new ConfigException(place + ": `" + key + "` is a list. Write one value.");
            }
            values.put(key, new SettingLine(node.asText(""), place));
        } else if (!node.isNull()) {
            throw new ConfigException(file + ":1: settings are `key: value` lines, such as `http.port: 8080`.");
        }
    }

    private static ConfigException notBuilt(String place, String key) {
        return new ConfigException(place + ": `" + key + "` is not built yet. Remove it.");
    }

    private static boolean isOf(String variable, String key) {
        return variable.equals(PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    private static String keyOf(String variable) {
        NOT_BUILT.stream().filter(key -> isOf(variable, key)).findFirst().ifPresent(key -> {
            throw notBuilt("environment variable " + variable, key);
        });
        return KNOWN.stream()
                .filter(key -> isOf(variable, key))
                .findFirst()
                .orElseThrow(() -> new ConfigException("environment variable " + variable
                        + ": there is no such setting. Known are " + String.join(", ", KNOWN)
                        + ", each as FOYER_ and capitals with _ for the dot."));
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(SettingLine::value).filter(value -> !value.isBlank());
    }

    /**
     * The port in a setting.
     *
     * @param least -1 where the setting may switch the port off, otherwise 0
     */
    public int port(String key, int absent, int least) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int port = Integer.parseInt(text.get().strip());
            if (port >= least && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the fault below tells the range
        }
        throw fault(key, "`" + key + "` is `" + text.get() + "`. Choose a port from " + least + " to 65535.");
    }

    public boolean flag(String key) {
        return switch (text(key).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(key, "`" + key + "` is neither true nor false. Write one of them.");
        };
    }

    /** The path of a file that must exist. */
    public Optional<Path> file(String key) {
        Optional<Path> path = text(key).map(Path::of);
        if (path.isPresent() && !Files.isReadable(path.get())) {
            throw fault(
                    key, "`" + key + "`: the file " + path.get() + " cannot be read. Correct the path or its rights.");
        }
        return path;
    }

    public ConfigException fault(String key, String message) {
        SettingLine written = values.get(key);
        return new ConfigException((written == null ? file.toString() : written.place()) + ": " + message);
    }
}
