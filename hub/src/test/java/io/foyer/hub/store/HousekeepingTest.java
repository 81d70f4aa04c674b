package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.AccessChange;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.ReservationChange.BookingUpdate;
import io.foyer.hub.domain.ReservationChange.VisitUpdate;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static Database database;
    private static Journal journal;

    @BeforeAll
    static void open() throws Exception {
        TestStore.embedded(folder);
        database =
                await(Database.open(VERTX, new DatabaseSettings(folder, Optional.empty(), 400), HubClock.ofMachine()));
        journal = await(database.journal());
        await(TestStore.register(journal, TestStore.setup("a"), NOON, "start", List.of()));
        await(TestStore.register(journal, TestStore.setup("b"), NOON, "start", List.of()));
    }

    @AfterAll
    static void close() {
        await(database.close());
        await(VERTX.close());
    }

    @Test
    void the_journal_has_a_week_of_days_ahead_and_400_behind() throws Exception {
        Instant year = Instant.parse("2031-05-10T12:00:00Z");
        for (int days : new int[] {401, 400, 0}) {
            Instant arrived = year.minus(Duration.ofDays(days));
            await(journal.commit(batch(entry("a", heard("a-reader", "d" + days, arrived, "{}")))));
        }
        await(database.housekeep(year));

        assertThat(partitions())
                .contains("message_20310510", "message_20310517", "message_20300405")
                .doesNotContain("message_20300404", "message_20310518");
        assertThat(ids(year)).extracting(RememberedId::id).containsExactly("d400", "d0");

        // A clock that has jumped back finds its dropped day made again.
        await(journal.commit(batch(entry("a", heard("a-reader", "again", year.minus(Duration.ofDays(401)), "{}")))));
        assertThat(ids(year)).extracting(RememberedId::id).containsExactly("again", "d400", "d0");
    }

    @Test
    void bookings_and_visits_go_400_days_after_their_end() throws Exception {
        Instant end = Instant.parse("2051-05-10T12:00:00Z");
        Instant begin = end.minusSeconds(60);
        await(journal.commit(batch(entry(
                "a",
                new BookingUpdate(Booking.once("b", "lounge", null, Set.of("m"), begin, end)),
                new VisitUpdate(new Visit("v", "Bo", "m", begin, end, Set.of(), begin, null, null))))));
        await(database.housekeep(end.plus(Duration.ofDays(400))));
        assertThat(count("SELECT (SELECT count(*) FROM booking) + (SELECT count(*) FROM visit)"))
                .isEqualTo(2);
        await(database.housekeep(end.plus(Duration.ofDays(400)).plusSeconds(1)));
        assertThat(count("SELECT (SELECT count(*) FROM booking) + (SELECT count(*) FROM visit)"))
                .isZero();
    }

    @Test
    void changes_of_counts_go_after_400_days_and_leave_the_hours_that_they_made() {
        Instant year = Instant.parse("2061-05-10T12:00:00Z");
        count(year, 410, 0, 3);
        count(year, 410, 20, 5);
        count(year, 402, 0, 1);
        count(year, 1, 0, 4);
        List<ZoneStep> hours = steps(year, StepSize.HOUR);
        assertThat(hours).hasSize(3);
        await(database.housekeep(year));
        assertThat(steps(year, StepSize.HOUR)).isEqualTo(hours);
        assertThat(steps(year, StepSize.FIVE_MINUTES)).hasSize(2);

        count(year, 410, 40, 9);
        assertThat(steps(year, StepSize.HOUR)).as("its points are gone").isEqualTo(hours);
        count(year, 409, 0, 9);
        assertThat(steps(year, StepSize.HOUR)).hasSize(4).containsAll(hours);
        await(database.housekeep(year.plus(Duration.ofDays(3_700))));
        assertThat(steps(year, StepSize.HOUR))
                .as("the hour of the newest count, which holds on, and the last one that has ended")
                .hasSize(2);
    }

    private static void count(Instant year, int daysBefore, int minutes, int people) {
        Instant at = year.minus(Duration.ofDays(daysBefore)).plusSeconds(60L * minutes);
        await(journal.commit(batch(entry("b", new CountRecord(new CountPoint("lounge", at, people, 0, 0))))));
    }

    private static List<ZoneStep> steps(Instant year, StepSize size) {
        return await(database.archive().steps("b", "lounge", size, year.minus(Duration.ofDays(500)), year, toList()));
    }

    @Test
    void a_long_reader_neither_stops_the_next_days_nor_is_robbed_of_the_old_ones() throws Exception {
        Instant year = Instant.parse("2041-05-10T12:00:00Z");
        await(journal.commit(batch(entry("b", heard("b-reader", "old", year.minus(Duration.ofDays(900)), "{}")))));
        ServerAddress address = EmbeddedServer.running(folder).orElseThrow();
        try (Connection reader = address.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM message");
            await(database.housekeep(year));
            await(journal.commit(batch(entry("b", heard("b-reader", "new", year, "{}")))));
            assertThat(partitions()).contains("message_20381122", "message_20410517");
            reader.rollback();
        }
        await(database.housekeep(year));
        assertThat(partitions()).doesNotContain("message_20381122");
    }

    @Test
    void a_device_keeps_its_newest_1000_dead_letters_and_pushes_out_no_others() throws Exception {
        await(journal.commit(batch(letters("b", null, 5))));
        await(journal.commit(batch(letters("a", "cam", 5))));
        for (int i = 0; i < 7; i++) {
            await(journal.commit(batch(letters("a", "bad", 501))));
        }
        while (lettersOf("bad") > 1_500) {
            assertThat(lettersOf("cam")).as("while it waits for the trim").isEqualTo(5);
        }
        await(database.housekeep(NOON));
        assertThat(lettersOf("bad")).isEqualTo(1_000);
        assertThat(lettersOf("cam")).isEqualTo(5);
        assertThat(count("SELECT count(*) FROM dead_letter WHERE device IS NULL"))
                .isEqualTo(5);
    }

    @Test
    void no_commit_waits_for_old_dead_letters_to_go() throws Exception {
        await(journal.commit(batch(letters("a", "slow", 1_100))));
        try (Connection reader = EmbeddedServer.running(folder).orElseThrow().connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM dead_letter WHERE device = 'slow' FOR UPDATE");
            for (int i = 0; i < 3; i++) {
                await(journal.commit(batch(letters("a", "slow", 300))));
            }
            assertThat(lettersOf("slow")).isGreaterThanOrEqualTo(1_900);
            reader.rollback();
        }
        while (lettersOf("slow") > 1_500) {
            assertThat(database.isUp()).as("while it waits for the trim").isTrue();
        }
    }

    private static int lettersOf(String device) throws Exception {
        return count("SELECT count(*) FROM dead_letter WHERE device = '" + device + "'");
    }

    @Test
    void sessions_that_are_over_are_removed() throws Exception {
        await(database.accounts().open(new byte[] {1}, new LoginSession("u", Role.DESK, Set.of(), NOON)));
        await(database.accounts()
                .open(new byte[] {2}, new LoginSession("u", Role.DESK, Set.of(), NOON.plusSeconds(1))));
        await(database.accounts().open(new byte[] {3}, new LoginSession("u", Role.WALL, Set.of(), null)));
        await(database.housekeep(NOON));
        assertThat(count("SELECT count(*) FROM session")).isEqualTo(2);
    }

    @Test
    void nothing_is_kept_of_people_who_were_forgotten_and_of_pins_that_were_right() throws Exception {
        Whereabouts in = new Whereabouts("ann", "lounge", NOON, false, null);
        Whereabouts coming = new Whereabouts(
                "bob", "outside", Instant.EPOCH, false, new Whereabouts.UnusedGrant("front", "house", NOON, null));
        await(journal.commit(batch(entry(
                "a",
                new AccessChange.WhereaboutsUpdate(in),
                new AccessChange.WhereaboutsUpdate(coming),
                new AccessChange.WhereaboutsRemoval("cai"),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("door/front", 0, NOON)),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("card/A", 1, NOON))))));
        await(database.housekeep(NOON));
        assertThat(count("SELECT count(*) FROM whereabouts")).isEqualTo(2);
        assertThat(count("SELECT count(*) FROM attempts")).isEqualTo(1);
    }

    private static BatchEntry[] letters(String site, String device, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> entry(site, new DeadLetter(NOON, device, "t", "not-json", "{")))
                .toArray(BatchEntry[]::new);
    }

    private static List<RememberedId> ids(Instant now) {
        return await(TestStore.load(journal, TestStore.definition("a"), now))
                .ids()
                .get("a-reader");
    }

    private static List<String> partitions() throws Exception {
        return TestStore.query(
                EmbeddedServer.running(folder).orElseThrow(),
                "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'");
    }

    private static int count(String sql) throws Exception {
        return Integer.parseInt(TestStore.query(EmbeddedServer.running(folder).orElseThrow(), sql)
                .get(0));
    }
}
