package io.foyer.hub.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings of the embedded server. They stand on its command line, so no file in the data directory wins over them.
 */
final class EmbeddedSettings {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // These fit a small machine: a hub has one writer and a few readers.
            "max_connections=40",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "wal_level=minimal",
            "max_wal_senders=0",
            "jit=off",
            "timezone=UTC",
            // The statement of a killed hub ends soon, and so does the hub's lock on the database.
            "client_connection_check_interval=1s",
            // One file for each day of the week, overwritten a week later. The data of refused rows never come into it.
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private EmbeddedSettings() {}

    /** The words of the command line. No word needs quotes. */
    static String onPort(int port) {
        return SETTINGS.stream().map(setting -> " -c " + setting).collect(Collectors.joining("", "-p " + port, ""));
    }
}
