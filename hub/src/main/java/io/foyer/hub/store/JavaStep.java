package io.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A migration that SQL cannot say. It runs in one transaction, in its place among those in SQL. */
final class JavaStep implements JavaMigration {
    private final MigrationVersion version;
    private final String description;
    private final Work work;

    /** What is to be done, on a connection that is in a transaction. */
    @FunctionalInterface
    interface Work {
        void in(Connection connection) throws SQLException;
    }

    JavaStep(MigrationVersion version, String description, Work work) {
        this.version = version;
        this.description = description;
        this.work = work;
    }

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** None: there is no text that Flyway could compare. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        work.in(context.getConnection());
    }
}
