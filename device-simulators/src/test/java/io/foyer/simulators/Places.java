package io.foyer.simulators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things stand, found by walking up from the working directory. */
public final class Places {
    private Places() {}

    /** The project's top level. */
    public static Path top() {
        Path top = above("device-simulators/pom.xml");
        if (top == null) {
            throw new IllegalStateException("run the tests inside the project");
        }
        return top;
    }

    public static Path config() {
        return top().resolve("config");
    }

    /** A recorded file; the test is skipped where the shared folder is absent. */
    public static Path recorded(String name) {
        Path shared = above("shared/CONTRACT.md");
        assumeTrue(shared != null, "skipped: ../shared is absent");
        return shared.resolve("shared/data").resolve(name);
    }

    private static Path above(String landmark) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(landmark))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
