package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.TestCertificate;
import io.foyer.hub.site.HubClock;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a hub and an existing database: another hub, a proxy, or somebody who listens. */
class ClaimTest {
    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static DebianServer server;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate.make(Files.createDirectory(folder.resolve("tls")), "db", "san=ip:127.0.0.1");
        TestCertificate.make(Files.createDirectory(folder.resolve("other")), "db", "san=ip:127.0.0.1");
        server = DebianServer.start(Optional.of(folder.resolve("tls")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        await(VERTX.close());
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(folder.resolve("unused"), Optional.of(url));
    }

    @Test
    void a_second_hub_changes_nothing_before_it_is_refused() {
        String url = server.database("claimed");
        ServerAddress address = DatabaseUrl.parse(url);
        try (WriterClaim first = WriterClaim.take(address, Duration.ZERO)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> await(Database.open(VERTX, settings(url), HubClock.ofMachine())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another Foyer (from 127.0.0.1, since ")
                    .hasMessageContaining("stop it, or give this one a database of its own");
            assertThat(TestStore.query(
                            address, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
        await(await(Database.open(VERTX, settings(url), HubClock.ofMachine())).close());
    }

    @Test
    void nobody_comes_in_between_while_the_lock_goes_to_the_writer() {
        String url = server.database("handed");
        ServerAddress address = DatabaseUrl.parse(url);
        Database database = await(Database.open(VERTX, settings(url), HubClock.ofMachine()));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> everTaken(address, over));
        await(database.journal());
        over.set(true);
        assertThat(other.join()).isFalse();
        await(database.close());
        WriterClaim.take(address, Duration.ofSeconds(60)).close();
    }

    private static boolean everTaken(ServerAddress address, AtomicBoolean over) {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            boolean taken = false;
            while (!over.get() && !taken) {
                try (var row = statement.executeQuery("SELECT pg_try_advisory_lock(" + WriterLock.KEY + ")")) {
                    row.next();
                    taken = row.getBoolean(1);
                }
            }
            return taken;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_proxy_that_shares_sessions_is_refused_and_one_that_does_not_is_taken() throws IOException {
        ServerAddress address = DatabaseUrl.parse(server.database("proxied"));
        try (PgBouncer sharing = PgBouncer.before(address, "transaction").awaited()) {
            assertThatThrownBy(() -> await(Database.open(VERTX, settings(sharing.url()), HubClock.ofMachine())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("stands a proxy that shares its connections")
                    .hasMessageContaining("pool_mode = session");
        }
        try (PgBouncer own = PgBouncer.before(address, "session").awaited()) {
            Database database = await(Database.open(VERTX, settings(own.url()), HubClock.ofMachine()));
            await(database.journal());
            await(database.close());
        }
    }

    @Test
    void verify_full_takes_the_certificate_it_was_told_to_and_only_by_its_name() {
        String url = server.database("trusted") + "?sslmode=";
        String trusted = "&sslrootcert=" + folder.resolve("tls").resolve("hub.crt");
        String others = "&sslrootcert=" + folder.resolve("other").resolve("hub.crt");
        String byName = url.replace("127.0.0.1", "localhost");
        opens(url + "verify-full" + trusted);
        opens(byName + "verify-ca" + trusted);
        opens(url + "require");
        for (String wrong : new String[] {
            url + "verify-full" + others,
            url + "verify-ca" + others,
            url + "require" + others,
            url + "verify-full",
            byName + "verify-full" + trusted
        }) {
            assertThatThrownBy(() -> await(Database.open(VERTX, settings(wrong), HubClock.ofMachine())))
                    .as(wrong)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("does not answer as it should");
            assertThatThrownBy(() -> await(
                            PgConnection.connect(VERTX, DatabaseUrl.parse(wrong).options())))
                    .as(wrong)
                    .isNotInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> Backup.write(settings(wrong), folder.resolve("never.zip")))
                    .isInstanceOf(StoreException.class);
        }
    }

    private static void opens(String url) {
        Database database = await(Database.open(VERTX, settings(url), HubClock.ofMachine()));
        await(database.journal());
        await(database.close());
        assertThat(TestStore.query(DatabaseUrl.parse(url), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                .containsExactly("t");
    }
}
