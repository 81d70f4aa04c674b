package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.site.DeviceSecrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A site file as others may see it: its own keys, without what opens anything. */
final class PublishedSite {
    private static final Set<String> SECRETS = Set.of("password", "passwordHash");
    private static final int FINGERPRINT = "sha256:".length() + 12;

    private PublishedSite() {}

    static JsonNode withoutSecrets(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        copy.path("devices").forEach(device -> {
            if (device instanceof ObjectNode entry) {
                entry.remove(SECRETS);
            }
        });
        return copy;
    }

    /**
     * Everything that the file says, thing by thing, so that two versions can be compared: {@code zone lounge} and what
     * it says of it. Of a secret only so much that a change shows.
     */
    static Map<String, String> parts(JsonNode published, Map<String, String> secrets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder head = new StringBuilder();
        published.properties().forEach(key -> {
            if (!key.getValue().isArray()) {
                head.append(key.getKey()).append(' ').append(key.getValue()).append('\n');
                return;
            }
            String what = key.getKey().substring(0, key.getKey().length() - 1);
            key.getValue().forEach(entry -> {
                String id = entry.path("id").asText();
                String secret = what.equals("device") ? fingerprint(secrets.getOrDefault(id, "")) : "";
                parts.put(what + " " + id, entry + secret);
            });
        });
        parts.put("site " + published.path("site").asText(), head.toString());
        return parts;
    }

    private static String fingerprint(String hash) {
        return " " + DeviceSecrets.hash(hash).substring(0, FINGERPRINT);
    }
}
