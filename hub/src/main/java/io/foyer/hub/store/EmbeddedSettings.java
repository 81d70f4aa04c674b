package io.foyer.hub.store;

import java.util.List;
import java.util.stream.Collectors;

/** How the embedded server runs. Given on its command line, so that no file in the data directory says otherwise. */
final class EmbeddedSettings {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // For a small box: a hub has one writer and a few readers.
            "max_connections=40",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "wal_level=minimal",
            "max_wal_senders=0",
            "jit=off",
            "timezone=UTC",
            // A killed hub's statement ends soon, and with it its lock on the database.
            "client_connection_check_interval=1s",
            // One file for each day of the week, then over again; never the data of a refused row.
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private EmbeddedSettings() {}

    /** The words of the command line; none needs quoting. */
    static String onPort(int port) {
        return SETTINGS.stream().map(setting -> " -c " + setting).collect(Collectors.joining("", "-p " + port, ""));
    }
}
