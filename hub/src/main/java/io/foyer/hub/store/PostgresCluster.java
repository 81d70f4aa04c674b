package io.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's data directory, as initdb makes it. */
final class PostgresCluster {
    private PostgresCluster() {}

    /**
     * Makes the data directory where there is none. Refuses a directory of another major version.
     *
     * @param user the superuser of a new directory
     * @param passwordFile has the password of that user
     */
    static void prepare(Path cluster, PostgresBinaries binaries, String user, Path passwordFile) throws IOException {
        if (Files.notExists(cluster)) {
            initialise(cluster, binaries, user, passwordFile);
        }
        refuseOtherVersion(cluster, binaries);
    }

    private static void initialise(Path cluster, PostgresBinaries binaries, String user, Path passwordFile)
            throws IOException {
        Path unfinished = cluster.resolveSibling(cluster.getFileName() + ".new");
        PostgresBinaries.deleteTree(unfinished);
        ProgramRun initdb = binaries.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (!initdb.succeeded()) {
            throw new StoreException("PostgreSQL could not make its data directory " + cluster + ": "
                    + initdb.lastLine()
                    + (PostgresBinaries.runsAsRoot()
                            ? "; as root it needs user namespaces (`unshare -U`), so start"
                                    + " Foyer as a normal user, or set `database.url`."
                            : "."));
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseOtherVersion(Path cluster, PostgresBinaries binaries) throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        String ours = Integer.toString(binaries.majorVersion());
        if (!found.equals(ours)) {
            throw new StoreException("The data directory " + cluster + " was written by PostgreSQL " + found
                    + " and this Foyer brings " + ours
                    + ": run `./foyer backup FILE` with the Foyer that wrote it, then"
                    + " `./foyer restore FILE` with this one into an empty data directory.");
        }
    }
}
