package io.foyer.hub.store;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database's tables to the form that this Foyer knows. Blocks; for worker threads. */
final class Schema {
    /**
     * Version 3 brings some cards into their form and trips over those that were typed twice, so this is done before, and
     * for all. It came later than 3: what is past 3 without it gets {@link #STILL_AS_TYPED} alone, which knows both forms.
     */
    private static final MigrationVersion AS_TYPED = MigrationVersion.fromVersion("2.1");

    private static final MigrationVersion STILL_AS_TYPED = MigrationVersion.fromVersion("6");

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

    /** Refuses a version that this Foyer has no migration for. */
    void refuseUnknown(String version) {
        boolean known = Arrays.stream(configuration().load().info().all())
                .anyMatch(info -> MigrationVersion.fromVersion(version).equals(info.getVersion()));
        if (!known) {
            throw new StoreException("The backup has tables of version " + version
                    + ", which this Foyer does not know: restore it with the Foyer that wrote it, or a newer one.");
        }
    }

    /** Takes everything away again; only for a database that was empty before. */
    void drop() {
        configuration().cleanDisabled(false).load().clean();
    }

    private void migrate(FluentConfiguration configuration) {
        try {
            Flyway flyway = configuration.load();
            for (MigrationInfo info : flyway.info().all()) {
                if (info.getState().name().startsWith("FUTURE")) {
                    throw new StoreException(
                            "The database at " + address
                                    + " was used by a newer Foyer: start that one, or restore a backup that this one has made.");
                }
                if (info.getState() == MigrationState.IGNORED
                        && !info.getVersion().equals(AS_TYPED)) {
                    throw new StoreException(
                            "The database at " + address + " is past version " + info.getVersion()
                                    + " of the tables and never had it: no released Foyer has made it, begin with an empty one.");
                }
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
                .javaMigrations(
                        new JavaStep(AS_TYPED, "credentials as typed", CanonicalForms::ofTyped),
                        new JavaStep(STILL_AS_TYPED, "credentials still as typed", connection -> {
                            CanonicalForms.ofMixed(connection);
                            Lookalikes.shutTogether(connection);
                        }))
                .ignoreMigrationPatterns("*:ignored", "*:future")
                .connectRetries(0);
    }
}
