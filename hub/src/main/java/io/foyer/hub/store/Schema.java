package io.foyer.hub.store;

import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database's tables to the form that this Foyer knows. Blocks, so worker threads call this. */
final class Schema {
    /** What a person with data of an unreleased Foyer can do. */
    static final String FROM_BEFORE =
            " was made by a Foyer from before the first release, and no released Foyer can read it. To keep the people and"
                    + " their cards, export them from the old Foyer (GET /export/members) and import the file here.";

    private final ServerAddress address;
    private final String place;

    /** @param place the database, in words for a message */
    Schema(ServerAddress address, String place) {
        this.address = address;
        this.place = place;
    }

    /** Migrates to the newest form. Refuses a database that a newer or an unreleased Foyer has used. */
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

    /** Deletes all tables. Only for a database that was empty before. */
    void drop() {
        configuration().cleanDisabled(false).load().clean();
    }

    private void migrate(FluentConfiguration configuration) {
        try {
            Flyway flyway = configuration.load();
            MigrationInfoService found = flyway.info();
            refuseStrange(found.all());
            if (found.pending().length > 0) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            String message = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(6)
                    .map(String::strip)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            throw new StoreException(
                    "The tables in " + place + " could not be brought up to date (" + message
                            + "): give Foyer's user a database of its own in which it may create tables.",
                    e);
        }
    }

    private void refuseStrange(MigrationInfo[] migrations) {
        for (MigrationInfo one : migrations) {
            if (isOtherThanReleased(one)) {
                throw new StoreException("The database cannot be used: " + place + FROM_BEFORE
                        + " For that let `data.dir` name an empty folder, or `database.url` an empty database.");
            }
        }
        for (MigrationInfo one : migrations) {
            if (one.getState().name().startsWith("FUTURE")) {
                throw new StoreException(
                        "The database cannot be used: " + place
                                + " was used by a newer Foyer. Start the newer Foyer, or restore a backup that this Foyer has made.");
            }
        }
    }

    /**
     * True where a migration has a released number and another text. The text of a released migration never changes.
     */
    private static boolean isOtherThanReleased(MigrationInfo one) {
        return one.getState().isApplied()
                && one.getResolvedChecksum() != null
                && !Objects.equals(one.getAppliedChecksum(), one.getResolvedChecksum());
    }

    private FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db")
                .ignoreMigrationPatterns("*:future")
                .connectRetries(0);
    }
}
