package io.foyer.hub.web.api;

import java.nio.file.Path;
import java.util.Optional;

/** What the configuration folder holds for people to see. May be asked from any thread, and must not block. */
public interface SiteFiles {

    /** The site file's own keys as JSON, without anything that opens a door or a connection. */
    Optional<String> published(String site);

    /** The SVG file of a zone's plan. Only what a site file names, so a request cannot lead elsewhere. */
    Optional<Path> plan(String site, String zone);
}
