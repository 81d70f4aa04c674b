package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.site.HubClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static DatabaseSettings source;
    private static Path good;
    private static Map<String, List<String>> rows;

    @BeforeAll
    static void backUp() throws IOException {
        source = TestStore.embedded(folder.resolve("source"));
        good = folder.resolve("good.zip");
        Database database = await(Database.open(VERTX, source, HubClock.ofMachine()));
        SampleData.write(database, "a");

        Backup.write(source, good);
        rows = rows(EmbeddedServer.running(source.dataDir()).orElseThrow());
        await(database.close());
    }

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void a_backup_made_beside_a_running_hub_restores_every_row_into_an_empty_folder() throws IOException {
        DatabaseSettings target = TestStore.embedded(folder.resolve("target"));
        BackupManifest manifest = BackupRestore.read(target, good);
        assertThat(manifest.rows()).isPositive();
        assertThat(manifest.tables())
                .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isPositive());

        try (Server server = Server.open(target)) {
            assertThat(rows(server.address())).isEqualTo(rows);
        }
        Database database = await(Database.open(VERTX, target, HubClock.ofMachine()));
        PgJournal journal = (PgJournal) await(database.journal());
        await(TestStore.register(journal, TestStore.setup("b"), NOON, "start", List.of("new")));
        await(TestStore.register(journal, TestStore.setup("a"), NOON, "start", List.of()));
        await(journal.commit(batch(
                entry("a", heard("a-reader", "new", NOON, "{}")), entry("b", heard("b-reader", "new", NOON, "{}")))));
        assertThat(await(TestStore.load(journal, TestStore.definition("a"), NOON))
                        .ids()
                        .get("a-reader"))
                .extracting(seen -> seen.id())
                .containsExactlyInAnyOrder("old", "", "new");
        await(database.close());
    }

    @Test
    void a_backup_made_without_a_running_hub_is_the_same_and_leaves_no_server_behind() throws IOException {
        Path file = folder.resolve("cold.zip");
        BackupManifest manifest = Backup.write(source, file);
        assertThat(EmbeddedServer.running(source.dataDir())).isEmpty();
        assertThat(manifest.rows())
                .isEqualTo(rows.values().stream().mapToLong(List::size).sum());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("cold.zip.part")).doesNotExist();
    }

    @Test
    void an_existing_file_is_not_overwritten_and_a_missing_database_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "x");
        assertThatThrownBy(() -> Backup.write(source, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("x");
        DatabaseSettings nowhere = TestStore.embedded(folder.resolve("nowhere"));
        assertThatThrownBy(() -> Backup.write(nowhere, folder.resolve("none.zip")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no database");
        assertThat(folder.resolve("none.zip")).doesNotExist();
    }

    @Test
    void a_folder_that_has_data_is_refused_and_untouched() throws IOException {
        assertThatThrownBy(() -> BackupRestore.read(source, good))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not empty (postgres)");
        DatabaseSettings other = TestStore.embedded(folder.resolve("other"));
        Files.writeString(other.dataDir().resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> BackupRestore.read(other, good))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("notes.txt");
        assertThat(other.dataDir().resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void a_broken_file_leaves_nothing_behind() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        assertBroken(cut, "not a whole backup");
        assertBroken(text, "not a whole backup");
        assertBroken(folder.resolve("absent.zip"), "cannot be read");
        assertBroken(
                changed("m0", "manifest.json", json -> json.replace("\"format\" : 2", "\"format\" : 1")),
                "m0.zip was made by a Foyer from before the first release");
        assertBroken(
                changed("m1", "manifest.json", json -> json.replace("\"format\" : 2", "\"format\" : 3")), "format 3");
        assertBroken(
                changed(
                        "m2",
                        "manifest.json",
                        json -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\"")),
                "version 999");
        assertBroken(changed("m3", "manifest.json", json -> "{"), "manifest is not valid");
        assertBroken(
                changed(
                        "t1",
                        "tables/message.csv",
                        csv -> csv.substring(0, csv.lastIndexOf('\n', csv.length() - 2) + 1)),
                "table message has");
        assertBroken(changed("t2", "tables/zone.csv", csv -> csv + "x,y,z,w\n"), "not a whole backup");
        assertBroken(changed("t3", "tables/audit.csv", csv -> null), "tables/audit.csv is missing");
    }

    private static void assertBroken(Path file, String message) throws IOException {
        DatabaseSettings target = TestStore.embedded(folder.resolve("target-of-" + file.getFileName()));
        assertThatThrownBy(() -> BackupRestore.read(target, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(message);
        try (Stream<Path> left = Files.list(target.dataDir())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .isSubsetOf("programs", "foyer.lock", "postgres-start.log");
        }
    }

    /** A copy of the good backup with one entry changed, or without it. */
    private static Path changed(String name, String entry, UnaryOperator<String> change) throws IOException {
        Path file = Files.copy(good, folder.resolve(name + ".zip"));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path path = zip.getPath(entry);
            String text = change.apply(Files.readString(path));
            if (text == null) {
                Files.delete(path);
            } else {
                Files.writeString(path, text);
            }
        }
        return file;
    }

    static Map<String, List<String>> rows(ServerAddress address) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TestStore.query(
                address,
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                        + " AND relnamespace = 'public'::regnamespace AND relname <> 'flyway_schema_history'")) {
            rows.put(
                    table,
                    new ArrayList<>(TestStore.query(
                            address, "SELECT t::text FROM " + table + " t ORDER BY t::text COLLATE \"C\"")));
        }
        return rows;
    }
}
