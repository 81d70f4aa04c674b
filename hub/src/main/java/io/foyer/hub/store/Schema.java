package io.foyer.hub.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Brings a database's tables to the form that this Foyer knows. Blocks; for worker threads. */
final class Schema {
    private final ServerAddress address;

    Schema(ServerAddress address) {
        this.address = address;
    }

    /** Migrates to the newest form; refuses a database that a newer Foyer has used. */
    void migrate() {
        migrate(configuration());
    }

    /** Migrates an empty database to the form of an older Foyer. */
    void migrateTo(String version) {
        migrate(configuration().target(version));
    }

    /** The version that the database has; empty where Foyer has never used it. */
    Optional<String> version() {
        @Nullable MigrationInfo current = configuration().load().info().current();
        @Nullable MigrationVersion version = current == null ? null : current.getVersion();
        return Optional.ofNullable(version).map(MigrationVersion::getVersion);
    }

    /** The newest version that this Foyer knows. */
    String newest() {
        return Arrays.stream(configuration().load().info().all())
                .filter(info -> info.getScript().endsWith(".sql"))
                .filter(info -> !info.getState().name().startsWith("FUTURE"))
                .map(info -> String.valueOf(info.getVersion()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** Takes everything away again; only for a database that was empty before. */
    void drop() {
        configuration().cleanDisabled(false).load().clean();
    }

    private void migrate(FluentConfiguration configuration) {
        try {
            Flyway flyway = configuration.load();
            boolean newer = Arrays.stream(flyway.info().all())
                    .anyMatch(info -> info.getState().name().startsWith("FUTURE"));
            if (newer) {
                throw new StoreException("The database at " + address + " was used by a newer Foyer: start that one, or"
                        + " restore a backup that this one has made.");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            String message = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(6)
                    .map(String::strip)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            throw new StoreException(
                    "The tables in the database at " + address + " could not be brought up to date (" + message
                            + "): give Foyer's user a database of its own in which it may create tables.",
                    e);
        }
    }

    private FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db")
                .connectRetries(0);
    }
}
