package io.foyer.hub.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that a site file names: {@code NAME.yaml} in a folder beside the folder of the sites, or else the file of that
 * name that comes with Foyer.
 *
 * @param ready the text that comes with Foyer; null where the folder has the file
 */
record ReadyFile(Path file, @Nullable String ready) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Null where there is no such file. */
    static @Nullable ReadyFile find(Path folder, String name) {
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        Path own = folder.resolve(name + ".yaml");
        if (Files.isRegularFile(own)) {
            return new ReadyFile(own, null);
        }
        String resource = "/" + folder.getFileName() + "/" + name + ".yaml";
        try (InputStream ours = ReadyFile.class.getResourceAsStream(resource)) {
            return ours == null ? null : new ReadyFile(own, new String(ours.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> Yaml<T> read(Class<T> type, T whenEmpty) {
        return ready == null ? Yaml.read(file, type, whenEmpty) : Yaml.of(file, ready, type, whenEmpty);
    }
}
