package io.foyer.hub.store;

import com.fasterxml.jackson.core.JacksonException;
import io.foyer.hub.store.BackupManifest.TableCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

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
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip, file);
            if (settings.url().isPresent()) {
                intoDatabase(DatabaseUrl.parse(settings.url().get()), zip, manifest);
            } else {
                intoFolder(settings, zip, manifest);
            }
            return manifest;
        } catch (ZipException e) {
            throw broken(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StoreException("The backup " + file + " cannot be read (" + e + ").", e);
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        BackupManifest manifest;
        try (InputStream in = open(zip, BackupManifest.NAME)) {
            manifest = BackupManifest.read(in.readAllBytes());
        } catch (JacksonException e) {
            throw broken(file, "its manifest is not valid");
        }
        if (manifest.format() < BackupManifest.FORMAT) {
            throw new StoreException("The backup " + file + Schema.FROM_BEFORE);
        }
        if (manifest.format() > BackupManifest.FORMAT) {
            throw new StoreException(
                    "The backup " + file + " has format " + manifest.format() + ", and this Foyer reads "
                            + BackupManifest.FORMAT + ": restore it with the Foyer that wrote it, or a newer one.");
        }
        return manifest;
    }

    private static void intoFolder(DatabaseSettings settings, ZipFile zip, BackupManifest manifest) throws IOException {
        try (DataFolder folder = DataFolder.hold(settings.dataDir())) {
            refuseData(folder.path());
            Path cluster = folder.path().resolve("postgres.restoring");
            PostgresBinaries.deleteTree(cluster);
            try {
                try (EmbeddedServer server = EmbeddedServer.start(folder, cluster)) {
                    fill(server.address(), zip, manifest);
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

    private static void intoDatabase(ServerAddress address, ZipFile zip, BackupManifest manifest) throws IOException {
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
            fill(address, zip, manifest);
        } catch (IOException | RuntimeException e) {
            schema(address).drop();
            throw e;
        }
    }

    private static void fill(ServerAddress address, ZipFile zip, BackupManifest manifest) throws IOException {
        Schema schema = schema(address);
        schema.refuseUnknown(manifest.schema());
        schema.migrateTo(manifest.schema());
        Path file = Path.of(zip.getName());
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            TableCatalog catalog = new TableCatalog(connection);
            if (!Set.copyOf(catalog.tables())
                    .equals(Set.copyOf(
                            manifest.tables().stream().map(TableCopy::name).toList()))) {
                throw broken(file, "its tables are not those of version " + manifest.schema());
            }
            catalog.execute("TRUNCATE " + TableCatalog.quoted(catalog.tables()));
            catalog.makeDays(manifest.days());
            for (TableCopy table : manifest.tables()) {
                copy(connection, zip, table);
            }
            catalog.setSequences();
            connection.commit();
        } catch (SQLException e) {
            throw broken(file, String.valueOf(e.getMessage()));
        }
        schema.migrate();
    }

    private static Schema schema(ServerAddress address) {
        return new Schema(address, "the database at " + address);
    }

    private static void copy(Connection connection, ZipFile zip, TableCopy table) throws IOException, SQLException {
        CRC32 sum = new CRC32();
        long rows;
        try (InputStream in = new CheckedInputStream(open(zip, table.entry()), sum)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + TableCatalog.quoted(List.of(table.name())) + " ("
                                    + TableCatalog.quoted(table.columns()) + ") FROM STDIN WITH (FORMAT csv, HEADER)",
                            in);
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (sum.getValue() != zip.getEntry(table.entry()).getCrc()) {
            throw broken(Path.of(zip.getName()), "the checksum of table " + table.name() + " is wrong");
        }
        if (rows != table.rows()) {
            throw broken(
                    Path.of(zip.getName()),
                    "table " + table.name() + " has " + rows + " rows and should have " + table.rows());
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(Path.of(zip.getName()), name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private static StoreException broken(Path file, String what) {
        return new StoreException("The file " + file + " is not a whole backup (" + what
                + "): nothing was restored; use another backup.");
    }
}
