package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.foyer.hub.store.CutLine.Cut;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir
    static Path folder;

    private static final AtomicInteger SITES = new AtomicInteger();
    private static final Vertx VERTX = Vertx.vertx();
    private static Server server;
    private static CutLine line;
    private static DatabaseLane lane;
    private static PgJournal journal;

    private String site;

    @BeforeAll
    static void open() throws IOException {
        server = Server.open(TestStore.embedded(folder));
        new Schema(server.address(), "the database").migrate();
        line = CutLine.to(VERTX, server::address);
        lane = new DatabaseLane(VERTX, VERTX, server::address, new DatabaseLane.LaneBounds("all", 4, 0, 5, 0));
        journal = journal();
    }

    private static PgJournal journal() {
        return new PgJournal(
                new Writer(VERTX, () -> line.address().options(), Duration.ofSeconds(3)),
                lane.pool(),
                lane,
                HubClock.ofMachine());
    }

    @AfterAll
    static void close() {
        await(journal.close());
        await(lane.close());
        server.close();
        await(VERTX.close());
    }

    @BeforeEach
    void register() {
        site = "site" + SITES.incrementAndGet();
        await(TestStore.register(journal, TestStore.setup(site), NOON, "start", List.of()));
    }

    @Test
    void what_was_committed_outlives_kill_9_of_the_server_and_writing_goes_on_after_it() throws IOException {
        int written = 0;
        while (written < 20) {
            await(journal.commit(passing("m" + written++)));
        }
        Postmaster postmaster = Postmaster.on(DataFolder.cluster(folder)).orElseThrow();
        postmaster.process().destroyForcibly();

        // Its backends may go on for a moment, and what they say is as good as ever.
        Batch failed = null;
        while (failed == null) {
            Batch batch = passing("m" + written++);
            failed = await(journal.commit(batch).map((Batch) null).otherwise(batch));
        }
        Batch waiting = failed;
        assertThatThrownBy(() -> await(journal.commit(waiting))).isNotInstanceOf(StoreException.class);
        server.revive();
        await(journal.commit(waiting));

        assertThat(ids()).hasSize(written).doesNotHaveDuplicates();
        assertThat(entries()).isEqualTo(written);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_not_written_again() {
        line.cut(Cut.BEFORE_ANSWER);
        Batch batch = passing("unknown");
        assertThatThrownBy(() -> await(journal.commit(batch))).isInstanceOf(Throwable.class);
        assertThat(ids()).containsExactly("unknown");

        await(journal.commit(batch));
        await(journal.commit(passing("next")));
        assertThat(ids()).containsExactly("unknown", "next");
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void a_commit_that_never_arrived_is_written_when_it_is_tried_again() {
        line.cut(Cut.BEFORE_COMMIT);
        Batch batch = passing("lost");
        assertThatThrownBy(() -> await(journal.commit(batch))).isInstanceOf(Throwable.class);
        assertThat(ids()).isEmpty();

        await(journal.commit(batch));
        assertThat(ids()).containsExactly("lost");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_network_that_falls_silent_fails_the_commit_in_the_end_and_takes_it_later() {
        await(journal.close());
        Writer writer = new Writer(VERTX, () -> line.address().options(), Duration.ofSeconds(3), Duration.ofSeconds(4));
        journal = new PgJournal(writer, lane.pool(), lane, HubClock.ofMachine());
        await(TestStore.register(journal, TestStore.setup(site), NOON, "start", List.of()));
        line.cut(Cut.SILENT);
        Batch batch = passing("unheard");
        assertThatThrownBy(() -> await(journal.commit(batch)))
                .rootCause()
                .hasMessageContaining("has not answered for 4 seconds");
        assertThat(ids()).isEmpty();

        await(journal.commit(batch));
        assertThat(ids()).containsExactly("unheard");
    }

    @Test
    void closing_the_store_stops_its_server_although_the_journal_is_stuck() throws Exception {
        Path other = folder.resolve("stuck");
        Database database = await(Database.open(VERTX, TestStore.embedded(other), HubClock.ofMachine()));
        Journal mine = await(database.journal());
        await(TestStore.register(mine, TestStore.setup(site), NOON, "start", List.of()));
        try (Connection holder = EmbeddedServer.running(other).orElseThrow().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE message");
            mine.commit(passing("stuck"));
            assertThat(database.close().await(18, TimeUnit.SECONDS)).isNull();
            assertThat(Postmaster.on(DataFolder.cluster(other))).isEmpty();
        }
    }

    @Test
    void a_server_that_refuses_for_want_of_something_fails_the_commit_and_takes_it_later() {
        TestStore.execute(
                server.address(),
                "CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;"
                        + "CREATE TRIGGER disk_full BEFORE INSERT ON zone_point EXECUTE FUNCTION disk_full()");
        Batch batch = passing("full");
        assertThatThrownBy(() -> await(journal.commit(batch))).hasMessageContaining("no space");
        TestStore.execute(server.address(), "DROP TRIGGER disk_full ON zone_point; DROP FUNCTION disk_full");
        await(journal.commit(batch));
        assertThat(ids()).containsExactly("full");
    }

    @Test
    void a_second_hub_is_refused_and_one_that_lost_the_database_to_another_never_writes_again() {
        PgJournal second = journal();
        assertThatThrownBy(() -> await(second.claim()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another Foyer (from 127.0.0.1, since ")
                .hasMessageContaining("stop it");

        // The first loses its connection, and the second is quicker.
        await(journal.close());
        await(second.claim());
        assertThatThrownBy(() -> await(journal.commit(passing("fenced")))).isInstanceOf(StoreException.class);
        await(second.close());
        assertThatThrownBy(() -> await(journal.commit(passing("fenced"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has written to this database while");
        assertThat(ids()).isEmpty();

        journal = journal();
        await(journal.claim());
    }

    @Test
    void the_store_starts_its_own_server_again_when_it_has_died() throws IOException {
        Path other = folder.resolve("other");
        Database database = await(Database.open(VERTX, TestStore.embedded(other), HubClock.ofMachine()));
        Journal mine = await(database.journal());
        await(TestStore.register(mine, TestStore.setup(site), NOON, "start", List.of()));
        await(mine.commit(passing("before")));
        assertThat(database.isUp()).isTrue();

        Postmaster.on(DataFolder.cluster(other)).orElseThrow().process().destroyForcibly();
        until(() -> !database.isUp());
        until(database::isUp);

        Batch after = passing("after");
        await(mine.commit(after).recover(any -> mine.commit(after)));
        await(database.close());
    }

    private Batch passing(String id) {
        return batch(entry(
                site,
                heard(site + "-reader", id, NOON, "{}"),
                new CountRecord(new CountPoint("lounge", NOON, 1, 1, 0))));
    }

    private List<String> ids() {
        return TestStore.query(
                server.address(),
                "SELECT message_id FROM message JOIN site ON site.key = message.site WHERE site.id = '" + site + "'"
                        + " ORDER BY message_id DESC");
    }

    private int entries() {
        return Integer.parseInt(TestStore.query(
                        server.address(),
                        "SELECT entries FROM zone_point p JOIN zone z ON z.key = p.zone JOIN site s ON s.key = z.site"
                                + " WHERE s.id = '" + site + "'")
                .get(0));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute has passed").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
