package io.foyer.hub.site;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.nio.file.Path;
import java.util.Map;

/**
 * A checked site file: the definition of the site, and what belongs to the definition outside the domain.
 *
 * @param secrets by device: the {@link DeviceSecrets#hash} of its password
 * @param drawings by zone: the SVG file of a floor
 */
public record SiteSetup(
        SiteDefinition definition, Map<String, String> secrets, Map<String, Path> drawings, SiteContent content) {
    public SiteSetup {
        secrets = Map.copyOf(secrets);
        drawings = Map.copyOf(drawings);
    }

    /** The file's own keys as JSON, without the secrets. */
    public String published() {
        return content.published().json();
    }

    /** The content of the file, thing by thing. */
    public Map<String, String> parts() {
        return content.published().parts();
    }
}
