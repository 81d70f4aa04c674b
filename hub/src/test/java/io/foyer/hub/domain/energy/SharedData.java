package io.foyer.hub.domain.energy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded data that stands beside the project, not in it; a test that needs it is skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    public static Path file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared/CONTRACT.md"))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "no shared data beside the project");
        Path file = folder.resolve("shared/data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        return file;
    }

    /** The rows of a file behind its heading, cut at the commas. */
    public static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
