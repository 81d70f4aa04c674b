package io.foyer.hub.site;

import java.util.List;

/**
 * A site's file that says something else than what is registered.
 *
 * @param difference one line a thing for people; empty where nothing is to be told
 */
public record SiteFileChange(SiteSetup setup, List<String> difference) {
    public SiteFileChange {
        difference = List.copyOf(difference);
    }
}
