package io.foyer.hub.store;

import io.foyer.hub.store.BackupManifest.TableCopy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes a snapshot of every table into one zip file of CSV. Any later Foyer can restore the file, on any version of
 * PostgreSQL. A backup works without a hub and beside a running hub, which goes on writing. The file holds people's
 * names and password hashes, so only its owner can read the file.
 */
public final class Backup {
    private Backup() {}

    /**
     * Backs up the database of the settings. Blocks.
     *
     * @throws StoreException where the backup is not possible; then there is no new file
     */
    public static BackupManifest write(DatabaseSettings settings, Path file) {
        refuseExisting(file);
        if (settings.url().isPresent()) {
            return write(DatabaseUrl.parse(settings.url().get()), file);
        }
        Path folder = settings.dataDir().toAbsolutePath().normalize();
        if (Files.notExists(DataFolder.cluster(folder))) {
            throw new StoreException(
                    "There is no database in " + folder + ": set `data.dir` to the folder that has it.");
        }
        try {
            Optional<ServerAddress> running = EmbeddedServer.running(folder);
            if (running.isPresent()) {
                return write(running.get(), file);
            }
        } catch (IOException e) {
            throw new StoreException("The data directory " + folder + " cannot be read (" + e + ").", e);
        }
        try (Server server = Server.open(settings)) {
            return write(server.address(), file);
        }
    }

    private static BackupManifest write(ServerAddress address, Path file) {
        try (Connection connection = address.connect()) {
            return write(connection, file);
        } catch (SQLException e) {
            throw Server.unreachable(address, e);
        }
    }

    /** Backs up what the connection sees, in one transaction. */
    public static BackupManifest write(Connection connection, Path file) throws SQLException {
        refuseExisting(file);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            BackupManifest manifest = copy(connection, zip);
            connection.rollback();
            zip.finish();
            zip.flush();
            channel.force(true);
            Files.move(part, file);
            return manifest;
        } catch (IOException e) {
            discard(part);
            throw new StoreException("The backup could not be written to " + file + " (" + e + ").", e);
        } catch (SQLException | RuntimeException e) {
            discard(part);
            throw e;
        }
    }

    private static BackupManifest copy(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        TableCatalog catalog = new TableCatalog(connection);
        catalog.execute("SET TIME ZONE 'UTC'");
        String schema = catalog.schemaVersion()
                .orElseThrow(() -> new StoreException("There are no tables of Foyer in this database to back up."));
        List<String> tables = catalog.tables();
        // The lock keeps housekeeping from dropping a table that this snapshot still sees.
        catalog.execute("LOCK TABLE " + TableCatalog.quoted(tables) + " IN ACCESS SHARE MODE");
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        List<TableCopy> copies = new ArrayList<>();
        for (String table : tables) {
            List<String> columns = catalog.columns(table);
            zip.putNextEntry(new ZipEntry(new TableCopy(table, columns, 0).entry()));
            long rows = manager.copyOut(
                    "COPY (SELECT " + TableCatalog.quoted(columns) + " FROM " + TableCatalog.quoted(List.of(table))
                            + ") TO STDOUT WITH (FORMAT csv, HEADER)",
                    zip);
            zip.closeEntry();
            copies.add(new TableCopy(table, columns, rows));
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                schema,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                copies,
                catalog.days());
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.toJson());
        zip.closeEntry();
        return manifest;
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new StoreException("The file " + file + " exists already: choose another name for the backup.");
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new StoreException("The unfinished backup " + part + " could not be removed.", e);
        }
    }
}
