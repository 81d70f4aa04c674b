package io.foyer.hub.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder where all that must last is kept ({@code data.dir}): made for its owner only, and held by one Foyer at a
 * time through a lock that the system takes back when the process dies, however it dies.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder if need be and holds it; refuses where another Foyer does. */
    static DataFolder hold(Path path) {
        Path real = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    real, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = real.resolve("foyer.lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StoreException("Another Foyer (process " + holder + ") uses the data directory " + real
                        + ": stop it, or set `data.dir` to another folder.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new DataFolder(real, channel);
        } catch (IOException e) {
            throw new StoreException(
                    "The data directory " + real + " cannot be used (" + e + "): make it writable for Foyer's user,"
                            + " or set `data.dir` to another folder.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** PostgreSQL's data directory below a data folder. */
    static Path cluster(Path path) {
        return path.resolve("postgres");
    }

    /** The file that holds the embedded server's password. */
    static Path passwordFile(Path path) {
        return path.resolve("postgres.password");
    }

    /** The embedded server's password; made at random (160 bits) where there is none and no data yet either. */
    String password() throws IOException {
        Path file = passwordFile(path);
        if (Files.notExists(file)) {
            if (Files.exists(cluster(path))) {
                throw new StoreException("The file " + file + " with the database's password is missing: put it back"
                        + " from where it went, or restore a backup into an empty data directory.");
            }
            byte[] random = new byte[20];
            new SecureRandom().nextBytes(random);
            writeForOwnerOnly(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    /** Never for a moment readable by others: the permissions are given as the file is made. */
    private static void writeForOwnerOnly(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel out = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(unfinished, file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
