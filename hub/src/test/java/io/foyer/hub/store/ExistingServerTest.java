package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingServerTest {
    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static DebianServer server;

    @BeforeAll
    static void start() throws IOException {
        server = DebianServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        await(VERTX.close());
    }

    @Test
    void an_existing_postgresql_15_keeps_what_was_committed() {
        DatabaseSettings settings = settings(server.database("kept"));
        Database database = await(Database.open(VERTX, settings, HubClock.ofMachine()));
        Journal journal = await(database.journal());
        await(TestStore.register(journal, TestStore.setup("a"), NOON, "start", List.of()));
        await(journal.commit(batch(
                entry("a", heard("a-reader", "1", NOON, "{}")),
                entry("a", heard("a-reader", "2", NOON, "\u0000")),
                entry("a", heard("a-reader", "3", NOON, "{}")))));
        await(database.close());

        Database again = await(Database.open(VERTX, settings, HubClock.ofMachine()));
        Journal second = await(again.journal());
        await(TestStore.register(second, TestStore.setup("a"), NOON, "start", List.of()));
        assertThat(await(TestStore.load(second, TestStore.definition("a"), NOON))
                        .ids()
                        .get("a-reader"))
                .extracting(RememberedId::id)
                .containsExactlyInAnyOrder("1", "3");
        await(again.close());
        assertThat(folder.resolve("unused")).as("no embedded server").doesNotExist();
    }

    @Test
    void a_server_without_fsync_is_refused_with_the_remedy() {
        String url = server.database("unsafe");
        ServerAddress address = DatabaseUrl.parse(url);
        setting(address, "fsync", "off");
        try {
            assertThatThrownBy(() -> await(Database.open(VERTX, settings(url), HubClock.ofMachine())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("fsync = off")
                    .hasMessageContaining("set `fsync = on`")
                    .hasMessageNotContaining("p@ss");
        } finally {
            setting(address, "fsync", "on");
        }
    }

    @Test
    void commits_are_synchronous_although_the_server_says_otherwise() {
        String url = server.database("relaxed");
        TestStore.execute(DatabaseUrl.parse(url), "ALTER DATABASE relaxed SET synchronous_commit = off");
        await(await(Database.open(VERTX, settings(url), HubClock.ofMachine())).close());
        Writer writer = new Writer(VERTX, () -> DatabaseUrl.parse(url).options(), Duration.ofSeconds(1));
        String shown = await(writer.run(connection -> connection
                .query("SHOW synchronous_commit")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))));
        assertThat(shown).isEqualTo("on");
        await(writer.close());
    }

    @Test
    void a_wrong_password_or_a_wrong_address_is_said_in_one_sentence() {
        String url = server.database("shut");
        for (String wrong : List.of(
                url.replace("p%40ss", "other"), url.replace("/shut", "/absent"), "postgresql://a:b@127.0.0.1:1/c")) {
            assertThatThrownBy(() -> await(Database.open(VERTX, settings(wrong), HubClock.ofMachine())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("does not answer as it should")
                    .hasMessageContaining("`database.url`");
        }
    }

    @Test
    void a_database_of_a_newer_foyer_is_refused() {
        String url = server.database("newer");
        await(await(Database.open(VERTX, settings(url), HubClock.ofMachine())).close());
        TestStore.execute(
                DatabaseUrl.parse(url),
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        assertThatThrownBy(() -> await(Database.open(VERTX, settings(url), HubClock.ofMachine())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Foyer");
    }

    @Test
    void a_database_of_an_unreleased_foyer_is_refused_and_stays_as_it_is() {
        String url = server.database("unreleased");
        await(await(Database.open(VERTX, settings(url), HubClock.ofMachine())).close());
        ServerAddress address = DatabaseUrl.parse(url);
        TestStore.execute(address, "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '1'");
        TestStore.execute(
                address,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (100, '100', 'people', 'SQL', 'V100__people.sql', 'x', 1, true)");
        assertThatThrownBy(() -> await(Database.open(VERTX, settings(url), HubClock.ofMachine())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("/unreleased was made by a Foyer from before the first release")
                .hasMessageContaining("GET /export/members")
                .hasMessageContaining("`data.dir` name an empty folder");
        assertThat(TestStore.query(address, "SELECT version FROM flyway_schema_history ORDER BY installed_rank"))
                .startsWith("1")
                .endsWith("100");
    }

    @Test
    void a_backup_of_the_embedded_server_restores_into_an_older_postgresql_and_nowhere_twice() throws IOException {
        DatabaseSettings embedded = TestStore.embedded(folder.resolve("embedded"));
        Database database = await(Database.open(VERTX, embedded, HubClock.ofMachine()));
        SampleData.write(database, "a");
        Path file = folder.resolve("backup.zip");
        Backup.write(embedded, file);
        var rows = BackupTest.rows(EmbeddedServer.running(embedded.dataDir()).orElseThrow());
        await(database.close());

        DatabaseSettings target = settings(server.database("restored"));
        BackupRestore.read(target, file);
        assertThat(BackupTest.rows(DatabaseUrl.parse(target.url().orElseThrow())))
                .isEqualTo(rows);
        assertThatThrownBy(() -> BackupRestore.read(target, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has tables already");

        Path again = folder.resolve("again.zip");
        assertThat(Backup.write(target, again).tables())
                .isEqualTo(Backup.write(embedded, folder.resolve("third.zip")).tables());

        DatabaseSettings empty = settings(server.database("untouched"));
        byte[] whole = Files.readAllBytes(file);
        Path broken = folder.resolve("broken.zip");
        try (var zip = FileSystems.newFileSystem(Files.write(broken, whole))) {
            Files.writeString(zip.getPath("tables/zone.csv"), "key,site,id,retired_at\n");
        }
        assertThatThrownBy(() -> BackupRestore.read(empty, broken)).isInstanceOf(StoreException.class);
        assertThat(TestStore.query(
                        DatabaseUrl.parse(empty.url().orElseThrow()),
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(folder.resolve("unused"), Optional.of(url));
    }

    private static void setting(ServerAddress address, String name, String value) {
        TestStore.execute(address, "ALTER SYSTEM SET " + name + " = " + value);
        TestStore.execute(address, "SELECT pg_reload_conf()");
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!TestStore.query(address, "SHOW " + name).contains(value)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
