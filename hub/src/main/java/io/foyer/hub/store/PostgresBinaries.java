package io.foyer.hub.store;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked from the archive on the class path into the data folder. The data
 * folder belongs to Foyer's user alone. In a shared temporary folder another user could put other programs, and the
 * system may delete files that are in use.
 */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs into {@code folder}, unless they are there. The first time takes a second. */
    static PostgresBinaries unpacked(Path folder) throws IOException {
        String archive = "/postgres-" + system() + "-" + machine() + ".txz";
        @Nullable URL resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new StoreException("Foyer brings no PostgreSQL for this machine (" + archive.substring(1)
                    + "): install PostgreSQL 15 or newer and name it in `database.url`.");
        }
        Path home = folder.resolve(versionOf(resource));
        if (!Files.isDirectory(home)) {
            Path unfinished =
                    folder.resolve("unpacking-" + ProcessHandle.current().pid());
            deleteTree(unfinished);
            unpack(resource, unfinished);
            try {
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                deleteTree(unfinished);
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
            deleteOthers(folder, home);
        }
        return new PostgresBinaries(home);
    }

    /** The path of {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Runs a program to its end. PostgreSQL refuses root, so root runs it in a user namespace, as another user. */
    ProgramRun run(String program, String... arguments) {
        List<String> words = new ArrayList<>(runsAsRoot() ? List.of("unshare", "-U") : List.of());
        words.add(program(program));
        words.addAll(List.of(arguments));
        return ProgramRun.run(words);
    }

    static boolean runsAsRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The number before the point. A data directory fits servers of one major version only. */
    int majorVersion() {
        String printed =
                ProgramRun.run(List.of(program("postgres"), "--version")).text();
        return Integer.parseInt(printed.replaceAll("(?s)^\\D*(\\d+).*$", "$1"));
    }

    /** Deletes the programs of an older Foyer. */
    private static void deleteOthers(Path folder, Path home) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path other : all.filter(path -> !path.equals(home)).toList()) {
                deleteTree(other);
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void unpack(URL resource, Path target) throws IOException {
        try (InputStream raw = resource.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target) || entry.getName().endsWith(".a")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(target.resolve(path.resolve("..")).normalize());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, true)) {
                        throw new IOException("cannot make " + path + " executable");
                    }
                }
            }
        }
    }

    /** Reads the version from the name of the jar. A class directory has no version; then any name will do. */
    private static String versionOf(URL resource) {
        String jar = resource.toString().replaceAll("!.*$", "").replaceAll("^.*/", "");
        return jar.endsWith(".jar") ? jar.substring(0, jar.length() - 4) : "postgres";
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String machine() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
