package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A site file as others may see it: its own keys, without what opens anything. */
final class Published {
    private static final Set<String> SECRETS = Set.of("password", "passwordHash");

    private Published() {}

    static JsonNode withoutSecrets(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        copy.path("devices").forEach(device -> {
            if (device instanceof ObjectNode entry) {
                entry.remove(SECRETS);
            }
        });
        return copy;
    }
}
