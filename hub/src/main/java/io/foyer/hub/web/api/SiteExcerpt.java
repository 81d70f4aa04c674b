package io.foyer.hub.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.site.Accounts.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The part of a site's file that a role needs. Each role gets each list; a list that is not for a role is empty. A wall
 * draws zones and desks. The role energy has meters and tariffs besides. The desk and administrators get the whole
 * file, which holds no secrets.
 */
final class SiteExcerpt {
    private static final Set<String> OF_ENERGY = Set.of("meters", "tariffs");
    private static final Set<String> OF_A_ZONE =
            Set.of("id", "kind", "parent", "name", "short", "plan", "capacity", "areaM2");

    private final JsonNode file;
    private final Role role;

    SiteExcerpt(JsonNode file, Role role) {
        this.file = file;
        this.role = role;
    }

    /** The entries of a list that the role needs, each with the keys that the role needs. */
    List<JsonNode> list(String name) {
        List<JsonNode> shown = new ArrayList<>();
        boolean isWhole = role == Role.DESK || role == Role.ADMIN;
        if (isWhole || (role == Role.ENERGY && OF_ENERGY.contains(name))) {
            file.path(name).forEach(entry -> shown.add(entry.deepCopy()));
        } else if (name.equals("zones")) {
            file.path(name).forEach(zone -> shown.add(only(OF_A_ZONE, zone)));
        } else if (name.equals("devices")) {
            file.path(name).forEach(device -> addSensor(shown, device));
        }
        return shown;
    }

    /** A wall shows by the ids of presence sensors which desks are free. */
    private void addSensor(List<JsonNode> shown, JsonNode device) {
        String kind = device.path("kind").asText();
        if (kind.equals("presence")) {
            shown.add(only(Set.of("id", "kind", "zone"), device));
        } else if (kind.equals("meter") && role == Role.ENERGY) {
            shown.add(only(Set.of("id", "kind", "meter"), device));
        }
    }

    private static ObjectNode only(Set<String> keys, JsonNode entry) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        entry.properties().forEach(property -> {
            if (keys.contains(property.getKey())) {
                kept.set(property.getKey(), property.getValue().deepCopy());
            }
        });
        return kept;
    }
}
