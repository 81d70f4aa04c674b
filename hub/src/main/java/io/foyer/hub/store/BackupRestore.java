package io.foyer.hub.store;

import io.foyer.hub.store.BackupManifest.TableCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Fills an empty data directory, or an empty database, from a backup. A restore makes the tables in the form of the
 * backup, fills them in one transaction, and compares them with the counts in the file. Only then it brings the tables
 * to the newest form. A broken file leaves nothing behind.
 */
public final class BackupRestore {
    /** The files that an empty data directory may have: they are no data, or they are left from a stopped restore. */
    private static final Set<String> NO_DATA = Set.of(
            "foyer.lock",
            "programs",
            "postgres.password",
            "postgres-start.log",
            "postgres.restoring",
            "postgres.restoring.new");

    private BackupRestore() {}

    /**
     * Restores into the database of the settings. Blocks.
     *
     * @throws StoreException where the restore is not possible; then the target is empty, as before
     */
    public static BackupManifest read(DatabaseSettings settings, Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            if (settings.url().isPresent()) {
                intoDatabase(DatabaseUrl.parse(settings.url().get()), backup);
            } else {
                intoFolder(settings, backup);
            }
            return backup.manifest();
        } catch (ZipException e) {
            throw BackupFile.broken(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StoreException("The backup " + file + " cannot be read (" + e + ").", e);
        }
    }

    private static void intoFolder(DatabaseSettings settings, BackupFile backup) throws IOException {
        try (DataFolder folder = DataFolder.hold(settings.dataDir())) {
            refuseData(folder.path());
            Path cluster = folder.path().resolve("postgres.restoring");
            PostgresBinaries.deleteTree(cluster);
            try {
                try (EmbeddedServer server = EmbeddedServer.start(folder, cluster)) {
                    fill(server.address(), backup);
                }
                Files.move(cluster, DataFolder.cluster(folder.path()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                PostgresBinaries.deleteTree(cluster);
                Files.deleteIfExists(DataFolder.passwordFile(folder.path()));
                throw e;
            }
        }
    }

    private static void refuseData(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !NO_DATA.contains(name))
                    .sorted()
                    .toList();
            if (!found.isEmpty()) {
                throw new StoreException("The data directory " + folder + " is not empty (" + String.join(", ", found)
                        + "): restore into another one by setting `data.dir`, or move its files away.");
            }
        }
    }

    private static void intoDatabase(ServerAddress address, BackupFile backup) throws IOException {
        try (Connection connection = address.connect()) {
            Durability.check(connection, address);
            TableCatalog catalog = new TableCatalog(connection);
            if (!catalog.tables().isEmpty() || catalog.schemaVersion().isPresent()) {
                throw new StoreException("The database at " + address
                        + " has tables already: restore into an empty database, made with CREATE DATABASE.");
            }
        } catch (SQLException e) {
            throw Server.unreachable(address, e);
        }
        try {
            fill(address, backup);
        } catch (IOException | RuntimeException e) {
            schema(address).drop();
            throw e;
        }
    }

    private static void fill(ServerAddress address, BackupFile backup) throws IOException {
        BackupManifest manifest = backup.manifest();
        Schema schema = schema(address);
        schema.refuseUnknown(manifest.schema());
        schema.migrateTo(manifest.schema());
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            TableCatalog catalog = new TableCatalog(connection);
            if (!Set.copyOf(catalog.tables())
                    .equals(Set.copyOf(
                            manifest.tables().stream().map(TableCopy::name).toList()))) {
                throw backup.broken("its tables are not those of version " + manifest.schema());
            }
            catalog.execute("TRUNCATE " + TableCatalog.quoted(catalog.tables()));
            catalog.makeDays(manifest.days());
            for (TableCopy table : manifest.tables()) {
                backup.copy(table, connection);
            }
            catalog.setSequences();
            connection.commit();
        } catch (SQLException e) {
            throw backup.broken(String.valueOf(e.getMessage()));
        }
        schema.migrate();
    }

    private static Schema schema(ServerAddress address) {
        return new Schema(address, "the database at " + address);
    }
}
