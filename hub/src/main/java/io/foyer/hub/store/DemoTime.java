package io.foyer.hub.store;

import io.foyer.hub.site.HubClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The file {@code demo-time} in the data folder holds the latest time that the demo may have written there. Only a hub
 * on the demo's time makes the file, in a folder without data. So the demo's time never meets the data of a house, and
 * no data come from the future.
 */
final class DemoTime {
    static final String FILE = "demo-time";
    static final Duration BETWEEN_WRITES = Duration.ofSeconds(10);
    private static final Duration AHEAD = BETWEEN_WRITES.multipliedBy(3);

    private DemoTime() {}

    /** Fails where a hub with this clock must not open the folder. */
    static void check(DatabaseSettings settings, HubClock clock) {
        Path folder = settings.dataDir().toAbsolutePath().normalize();
        Optional<Instant> told = read(folder);
        if (told.isPresent() && clock.instant().isBefore(told.get())) {
            throw new StoreException("The data directory " + folder + " has data of the demo up to " + told.get()
                    + ", which is in the future: run ./foyer demo, or set `data.dir` to another folder.");
        }
        if (clock.isDemo() && settings.url().isPresent()) {
            throw new StoreException("The demo's time is for the embedded database: remove `database.url`.");
        }
        if (clock.isDemo() && told.isEmpty() && Files.exists(DataFolder.cluster(folder))) {
            throw new StoreException("The demo did not make the data directory " + folder
                    + ", so a hub on the demo's time must not use it: set `data.dir` to a new folder.");
        }
    }

    /** Marks the folder as the demo's, or removes the mark. Call this while the folder is held. */
    static void enter(DatabaseSettings settings, HubClock clock) {
        if (clock.isDemo()) {
            write(settings, clock);
        } else {
            try {
                Files.deleteIfExists(settings.dataDir().resolve(FILE));
            } catch (IOException e) {
                throw unusable(settings, e);
            }
        }
    }

    /** Writes the file. Call this again after {@link #BETWEEN_WRITES}. */
    static void write(DatabaseSettings settings, HubClock clock) {
        Path file = settings.dataDir().resolve(FILE);
        Path unfinished = file.resolveSibling(FILE + ".new");
        try {
            Files.writeString(unfinished, clock.instant().plus(AHEAD) + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(settings, e);
        }
    }

    private static Optional<Instant> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            throw new StoreException(
                    "The file " + file + " has no time in it (" + e.getMessage()
                            + "): remove the data directory, or set `data.dir` to another folder.",
                    e);
        }
    }

    private static StoreException unusable(DatabaseSettings settings, IOException e) {
        return new StoreException(
                "The data directory " + settings.dataDir().toAbsolutePath() + " cannot be used (" + e
                        + "): make it writable for Foyer's user, or set `data.dir` to another folder.",
                e);
    }
}
