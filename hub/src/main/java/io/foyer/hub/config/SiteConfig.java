package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.house.House;
import java.nio.file.Path;
import java.util.Map;

/**
 * A site file, checked.
 *
 * @param secrets by device: the SHA-256 of its password
 * @param plainPasswords true where any password stands in the file as it is
 * @param published the file's own keys without the secrets
 * @param plans by zone: the SVG file of a floor
 */
public record SiteConfig(
        Path file,
        House house,
        Map<String, byte[]> secrets,
        boolean plainPasswords,
        JsonNode published,
        Map<String, Path> plans) {
    public SiteConfig {
        secrets = Map.copyOf(secrets);
        plans = Map.copyOf(plans);
    }
}
