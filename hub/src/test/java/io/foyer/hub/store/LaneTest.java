package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.DoorChange.LockdownUpdate;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.HistoryTooLong;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class LaneTest {
    private final Shared shared;

    LaneTest(Shared shared) {
        this.shared = shared;
    }

    @Test
    void slow_histories_make_no_session_no_list_and_no_lockdown_wait() throws Exception {
        Archive archive = shared.database.archive();
        String site = shared.newSite();
        List<Future<?>> slow = new ArrayList<>();
        try (Connection holder = shared.address().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE zone_point");
            for (int i = 0; i < 6; i++) {
                slow.add(archive.presence(site, "lounge", NOON, NOON.plusSeconds(1), Collectors.counting()));
            }
            await(shared.database.accounts().sessions(List.of(new byte[] {7}), NOON));
            await(archive.audit(site, 10, null));
            await(shared.journal.commit(
                    TestStore.batch(TestStore.entry(site, new LockdownUpdate(new Lockdown(NOON, "ann", "a drill"))))));
            assertThat(shared.database.isUp()).isTrue();
            assertThat(slow).noneMatch(Future::isComplete);
            holder.rollback();
        }
        slow.forEach(TestStore::await);
    }

    @Test
    void what_is_asked_beyond_the_queue_is_refused_at_once() throws Exception {
        DatabaseLane lane = new DatabaseLane(
                shared.vertx(), shared.vertx(), shared::address, new DatabaseLane.LaneBounds("narrow", 1, 1, 60, 60));
        try (Connection holder = shared.address().connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(77)");
            Future<?> first = wait(lane);
            Future<?> second = wait(lane);
            assertThatThrownBy(() -> await(wait(lane))).isInstanceOf(RejectedExecutionException.class);
            assertThat(first.isComplete() || second.isComplete()).isFalse();
            assertThat(lane.asked()).isEqualTo(2);
            assertThat(lane.refused()).isEqualTo(1);
            statement.execute("SELECT pg_advisory_unlock(77)");
            await(first);
            await(second);
        }
        await(wait(lane));
        await(lane.close());
    }

    @Test
    void whoever_waits_too_long_for_a_connection_hears_that_it_is_busy_and_not_that_the_database_is_away()
            throws Exception {
        DatabaseLane lane = new DatabaseLane(
                shared.vertx(), shared.vertx(), shared::address, new DatabaseLane.LaneBounds("narrow", 1, 1, 1, 60));
        try (Connection holder = shared.address().connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(78)");
            lane.ask(asker -> asker.query("SELECT pg_advisory_xact_lock(78)").execute());
            assertThatThrownBy(() -> await(wait(lane))).isInstanceOf(RejectedExecutionException.class);
        }
        await(lane.close());
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_and_its_connection_goes_on() {
        DatabaseLane lane = new DatabaseLane(
                shared.vertx(),
                DatabaseLanes.loop(),
                shared::address,
                new DatabaseLane.LaneBounds("short", 1, 1, 60, 1));
        assertThatThrownBy(() -> await(
                        lane.ask(asker -> asker.query("SELECT pg_sleep(600)").execute())))
                .isInstanceOfSatisfying(HistoryTooLong.class, given -> assertThat(given.seconds())
                        .isEqualTo(1));
        assertThat(await(lane.ask(asker -> asker.query("SELECT 1").execute())).size())
                .isEqualTo(1);
        await(lane.close());
    }

    @Test
    void a_network_that_falls_silent_is_given_up_and_the_next_question_is_answered() {
        CutLine line = CutLine.to(shared.vertx(), shared::address);
        DatabaseLane lane = new DatabaseLane(
                shared.vertx(), shared.vertx(), line::address, new DatabaseLane.LaneBounds("silent", 1, 1, 60, 1));
        await(lane.ask(asker -> asker.query("SELECT 1").execute()));
        line.cut(CutLine.Cut.SILENT);
        Future<?> unheard = lane.ask(asker -> asker.query("SELECT 'COMMIT'").execute());
        Throwable failure = await(unheard.map((Throwable) null).otherwise(cause -> cause));
        assertThat(failure).isInstanceOf(TimeoutException.class);
        assertThat(await(lane.ask(asker -> asker.query("SELECT 1").execute())).size())
                .isEqualTo(1);
        await(lane.close());
    }

    private static Future<?> wait(DatabaseLane lane) {
        return lane.ask(asker -> asker.query("SELECT pg_advisory_xact_lock(77)").execute());
    }
}
