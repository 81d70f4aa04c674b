package io.foyer.hub.web.api;

import java.nio.file.Path;
import java.util.Optional;

/** The content of the configuration folder that people may see. All threads may call this, and no call may block. */
public interface SiteFiles {

    /** The site file's own keys as JSON, without anything that opens a door or a connection. */
    Optional<String> published(String site);

    /** The SVG file of a zone's plan. Only a file that a site file names, so a request cannot reach other files. */
    Optional<Path> plan(String site, String zone);
}
