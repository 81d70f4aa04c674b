package io.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads from PostgreSQL which tables Foyer has. Backup and restore use this, because they treat all tables alike. */
final class TableCatalog {
    private static final String SCHEMA_VERSION =
            "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                    + " ORDER BY installed_rank DESC LIMIT 1";

    /** A table comes after the tables that it refers to. */
    private static final String TABLES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            ORDER BY (SELECT count(*) FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'), c.relname""";

    private static final String COLUMNS = """
            SELECT attname FROM pg_attribute
            WHERE attrelid = quote_ident(?)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum""";
    private static final String DAYS = """
            SELECT to_date(right(c.relname, -8), 'YYYYMMDD')::text FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'message'::regclass ORDER BY 1""";
    private static final String IDENTITIES = """
            SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 1), max(%I) IS NOT NULL) FROM %I',
                          table_name, column_name, column_name, column_name, table_name)
            FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'""";

    private final Connection connection;

    TableCatalog(Connection connection) {
        this.connection = connection;
    }

    /** The version of the tables; empty where Foyer has never used the database. */
    Optional<String> schemaVersion() throws SQLException {
        boolean known = !column("SELECT 1 WHERE to_regclass('flyway_schema_history') IS NOT NULL")
                .isEmpty();
        return known ? column(SCHEMA_VERSION).stream().findFirst() : Optional.empty();
    }

    List<String> tables() throws SQLException {
        return column(TABLES);
    }

    List<String> columns(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            return column(statement.executeQuery());
        }
    }

    /** The days that the journal has partitions for. */
    List<String> days() throws SQLException {
        return column(DAYS);
    }

    void makeDays(List<String> days) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT message_day(?::date)")) {
            for (String day : days) {
                statement.setString(1, day);
                statement.execute();
            }
        }
    }

    /** Lets every generated key go on above the highest key of its table. */
    void setSequences() throws SQLException {
        for (String set : column(IDENTITIES)) {
            column(set);
        }
    }

    /** A list of names for a statement. */
    static String quoted(List<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return column(statement.executeQuery(sql));
        }
    }

    private static List<String> column(ResultSet rows) throws SQLException {
        try (rows) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
