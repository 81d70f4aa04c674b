package io.foyer.hub.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database to use.
 *
 * @param dataDir {@code data.dir}: where the embedded server keeps its data
 * @param url {@code database.url} of an existing server, or empty for the embedded one
 * @param retentionDays how many days the journal of messages is kept
 */
public record DatabaseSettings(Path dataDir, Optional<String> url, int retentionDays) {
    /** More than a year, so that a person can compare a day with the same day of the last year. */
    public static final int USUAL_RETENTION_DAYS = 400;

    public DatabaseSettings(Path dataDir, Optional<String> url) {
        this(dataDir, url, USUAL_RETENTION_DAYS);
    }

    /** The database, in words for a message. */
    String place() {
        return url.map(address -> "the database at " + DatabaseUrl.parse(address))
                .orElse("the database in the folder " + dataDir.toAbsolutePath().normalize());
    }
}
