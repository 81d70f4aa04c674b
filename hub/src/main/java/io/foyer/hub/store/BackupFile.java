package io.foyer.hub.store;

import com.fasterxml.jackson.core.JacksonException;
import io.foyer.hub.store.BackupManifest.TableCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A backup that is being read: a ZIP file with a manifest and one CSV file for each table. */
final class BackupFile implements AutoCloseable {
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest. Fails with an {@link java.util.zip.ZipException} where the file is no ZIP.
     *
     * @throws StoreException where this Foyer cannot read the backup
     */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new BackupFile(zip, read(zip, file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    private static BackupManifest read(ZipFile zip, Path file) throws IOException {
        BackupManifest manifest;
        try (InputStream in = entry(zip, BackupManifest.NAME)) {
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

    /** Copies the rows of a table into the database, and checks their number and their checksum. */
    void copy(TableCopy table, Connection connection) throws IOException, SQLException {
        CRC32 sum = new CRC32();
        long rows;
        try (InputStream in = new CheckedInputStream(entry(zip, table.entry()), sum)) {
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
            throw broken("the checksum of table " + table.name() + " is wrong");
        }
        if (rows != table.rows()) {
            throw broken("table " + table.name() + " has " + rows + " rows and should have " + table.rows());
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(Path.of(zip.getName()), name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /** An exception that says what is wrong with this file. */
    StoreException broken(String what) {
        return broken(Path.of(zip.getName()), what);
    }

    static StoreException broken(Path file, String what) {
        return new StoreException("The file " + file + " is not a whole backup (" + what
                + "): nothing was restored; use another backup.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
