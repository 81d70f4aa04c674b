package io.foyer.hub.store;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One site's credentials, as migrations read and write them. Their keys are as they stand in the table. */
final class CredentialRows {
    private static final String ALL =
            "SELECT type, value, member, blocked, until, pin FROM credential WHERE site = ? ORDER BY type, value";
    private static final String REMOVE = "DELETE FROM credential WHERE site = ? AND type = ? AND value = ?";
    private static final String ADD =
            "INSERT INTO credential (site, type, value, member, blocked, until, pin) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String AUDIT =
            "INSERT INTO audit (site, at, actor, action, subject, detail) VALUES (?, now(), 'foyer', ?, ?, ?)";

    private final Connection connection;
    private final int site;

    private CredentialRows(Connection connection, int site) {
        this.connection = connection;
        this.site = site;
    }

    static List<CredentialRows> ofEachSite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sites = statement.executeQuery("SELECT key FROM site ORDER BY key")) {
            List<CredentialRows> found = new ArrayList<>();
            while (sites.next()) {
                found.add(new CredentialRows(connection, sites.getInt("key")));
            }
            return found;
        }
    }

    List<Credential> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setInt(1, site);
            try (ResultSet rows = statement.executeQuery()) {
                List<Credential> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(credential(rows));
                }
                return found;
            }
        }
    }

    private static Credential credential(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new Credential(
                new Credential.Key(Codes.read(CredentialType.class, row.getString("type")), row.getString("value")),
                row.getString("member"),
                row.getBoolean("blocked"),
                until == null ? null : until.toInstant(),
                row.getString("pin"));
    }

    /** All old ones go before the first new one comes: one card's new form may be another card's old one. */
    void replace(Collection<Credential> before, Collection<Credential> after) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement(REMOVE);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Credential old : before) {
                set(remove, site, Codes.of(old.key().type()), old.key().value());
            }
            remove.executeBatch();
            for (Credential made : after) {
                @Nullable Instant until = made.until();
                set(
                        add,
                        site,
                        Codes.of(made.key().type()),
                        made.key().value(),
                        made.member(),
                        made.blocked(),
                        Times.toRowOrNull(until),
                        made.pin());
            }
            add.executeBatch();
        }
    }

    /** So that people can see what a migration has decided for them. */
    void audit(String action, Credential.Key subject, String detail) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AUDIT)) {
            set(statement, site, action, subject.ending(), detail);
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
