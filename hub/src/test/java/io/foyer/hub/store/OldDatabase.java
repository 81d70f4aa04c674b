package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.Change.Audited;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.site.Journal;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A database of an older Foyer, with rows as that one wrote them, and what today's Foyer makes of it. */
final class OldDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final Vertx vertx;
    private final ServerAddress address;

    private OldDatabase(Shared shared) {
        ServerAddress server = shared.address();
        this.vertx = shared.vertx();
        this.address = new ServerAddress(
                server.host(), server.port(), "old" + NUMBER.incrementAndGet(), server.user(), server.password());
        TestStore.execute(server, "CREATE DATABASE " + address.database());
    }

    static OldDatabase empty(Shared shared) {
        return new OldDatabase(shared);
    }

    /** As the Foyer of that version left it, which knew migrations in SQL only. */
    static OldDatabase ofVersion(String version, Shared shared) {
        OldDatabase made = new OldDatabase(shared);
        Flyway.configure()
                .dataSource(made.address.jdbcUrl(), made.address.user(), made.address.password())
                .locations("classpath:db")
                .target(version)
                .load()
                .migrate();
        made.execute("INSERT INTO site (id) VALUES ('a'), ('b')");
        return made;
    }

    void execute(String sql) {
        TestStore.execute(address, sql);
    }

    OldDatabase card(String value, String member) {
        return put("a", "card", value, member, false, null);
    }

    OldDatabase blockedCard(String value, String member) {
        return put("a", "card", value, member, true, null);
    }

    OldDatabase put(String site, String type, String value, String member, boolean blocked, String until) {
        execute(
                "INSERT INTO credential (site, type, value, member, blocked, until) SELECT key, '%s', '%s', '%s', %s, %s"
                                .formatted(type, value, member, blocked, until == null ? "NULL" : "'" + until + "'")
                        + " FROM site WHERE id = '" + site + "'");
        return this;
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(
                Path.of("unused"),
                Optional.of("postgresql://%s:%s@%s:%s/%s"
                        .formatted(
                                address.user(),
                                address.password(),
                                address.host(),
                                address.port(),
                                address.database())));
    }

    Manifest backUp(Path file) {
        try (Connection connection = address.connect()) {
            return Backup.write(connection, file);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What a hub knows of site {@code a} that starts on it. */
    Known start() {
        Database database = await(Database.open(vertx, settings()));
        try {
            Journal journal = await(database.journal());
            await(journal.register(TestStore.premises("a"), NOON, "start", List.of()));
            List<Credential> credentials =
                    await(journal.load(TestStore.house("a"), NOON)).credentials();
            return new Known(
                    credentials,
                    await(database.archive().audit("a", 100, null)).items().stream()
                            .toList());
        } finally {
            await(database.close());
        }
    }

    /** The credentials, and the trail with the newest row first. */
    record Known(List<Credential> credentials, List<Audited> trail) {

        /** Whose card a swipe finds, as a reader writes it. */
        String shown(String reading) {
            return shown(CredentialType.CARD, reading);
        }

        String shown(CredentialType type, String reading) {
            Doorkeeper keeper = new Doorkeeper(TestStore.house("a"));
            credentials.forEach(keeper::put);
            Credential found = keeper.shown(new Credential.Key(type, reading));
            return found == null
                    ? "nobody"
                    : found.member()
                            + (found.blocked() ? ", blocked" : "")
                            + (found.until() == null ? "" : ", until " + found.until());
        }

        List<String> values() {
            return credentials.stream().map(each -> each.key().value()).toList();
        }

        List<String> told() {
            return trail.stream()
                    .map(row -> row.actor() + " " + row.action() + " " + row.subject() + ": " + row.detail())
                    .toList();
        }
    }
}
