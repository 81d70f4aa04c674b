package io.foyer.hub.site;

import java.util.List;

/**
 * A site file whose content differs from the registry.
 *
 * @param difference one line a thing for people; empty where there is nothing to tell
 */
public record SiteFileChange(SiteSetup setup, List<String> difference) {
    public SiteFileChange {
        difference = List.copyOf(difference);
    }
}
