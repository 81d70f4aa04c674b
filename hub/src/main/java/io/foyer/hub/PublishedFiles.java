package io.foyer.hub;

import io.foyer.hub.site.SiteSetup;
import io.foyer.hub.site.Sites;
import io.foyer.hub.web.api.SiteFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The content of the site files that people may see. */
record PublishedFiles(Sites sites) implements SiteFiles {
    @Override
    public Optional<String> published(String site) {
        return sites.setup(site).map(SiteSetup::published);
    }

    @Override
    public Optional<Path> plan(String site, String zone) {
        return sites.setup(site).map(one -> one.drawings().get(zone));
    }
}
