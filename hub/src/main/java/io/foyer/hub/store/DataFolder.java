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
 * The folder for everything that must last ({@code data.dir}). Only its owner can read the folder. One Foyer at a time
 * holds the folder through a lock; the system releases the lock when the process dies, however the process dies.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Holds the folder, and makes the folder where there is none. Refuses where another Foyer holds the folder. */
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

    /** PostgreSQL's data directory in a data folder. */
    static Path cluster(Path path) {
        return path.resolve("postgres");
    }

    /** The file that holds the embedded server's password. */
    static Path passwordFile(Path path) {
        return path.resolve("postgres.password");
    }

    /** The embedded server's password. Makes a random one (160 bits) where there is neither a password nor data. */
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

    /** Makes the file with its permissions, so that others cannot read the file for a moment. */
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
