package io.foyer.simulators.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the embedded PostgreSQL of a data folder really holds, past the hub. */
final class Ledger {
    private static final String BY_DEVICE = "SELECT d.id, count(*), count(DISTINCT m.message_id) FROM message m"
            + " JOIN device d ON d.key = m.device WHERE m.message_id LIKE ? || '%' GROUP BY d.id";

    private final Path data;

    Ledger(Path data) {
        this.data = data;
    }

    /** How many rows, and how many different ids, the journal has of a device. */
    record Rows(long all, long ids) {}

    /** By device: the messages whose id begins so. */
    Map<String, Rows> messages(String prefix) {
        Map<String, Rows> found = new TreeMap<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(BY_DEVICE)) {
            query.setString(1, prefix);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.put(rows.getString(1), new Rows(rows.getLong(2), rows.getLong(3)));
            }
            return found;
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Connection connect() throws IOException, SQLException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "foyer", password);
    }
}
