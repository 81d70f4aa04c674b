package io.foyer.hub.site;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.nio.file.Path;
import java.util.Map;

/**
 * A checked site file: the definition of the site, and what belongs to the definition outside the domain.
 *
 * @param secrets by device: the {@link DeviceSecrets#hash} of its password
 * @param drawings by zone: the SVG file of a floor
 * @param published the file's own keys as JSON, without the secrets
 * @param parts the content of the file, thing by thing, such as {@code zone lounge}, to compare with another version
 */
public record SiteSetup(
        SiteDefinition definition,
        Map<String, String> secrets,
        Map<String, Path> drawings,
        String published,
        Map<String, String> parts) {
    public SiteSetup {
        secrets = Map.copyOf(secrets);
        drawings = Map.copyOf(drawings);
        parts = Map.copyOf(parts);
    }
}
