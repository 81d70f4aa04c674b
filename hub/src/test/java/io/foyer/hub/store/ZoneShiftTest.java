package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.OccupancyChange.PassageRecord;
import io.foyer.hub.domain.OccupancyChange.ShiftRecord;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class ZoneShiftTest {
    private final Shared shared;
    private final String site;

    ZoneShiftTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    @Test
    void a_shift_moves_what_was_told_before_it_and_nothing_that_was_told_after_it() {
        kept(counted(0, 4));
        kept(counted(10, 6), shift(5, null, 1), counted(20, 9), shift(10, 15, -2));

        assertThat(points()).containsExactly("0 4 +0 -0", "5 5 +0 -0", "10 5 +0 -0", "15 7 +0 -0", "20 9 +0 -0");
    }

    @Test
    void shifts_that_overlap_add_up_and_who_passed_stays() {
        kept(counted(0, 4), passed(10, 2));
        kept(shift(5, 20, 1), shift(10, 30, 2), shift(10, 10, 8));

        assertThat(points()).containsExactly("0 4 +0 -0", "5 5 +0 -0", "10 7 +2 -0", "20 6 +0 -0", "30 4 +0 -0");
    }

    @Test
    void what_is_unknown_stays_unknown_and_no_count_falls_below_zero() {
        kept(counted(0, 1), counted(10, null), counted(20, 3));
        kept(shift(-5, 15, -2), shift(15, null, 1));

        assertThat(points()).containsExactly("0 0 +0 -0", "10 ? +0 -0", "20 4 +0 -0");
    }

    private void kept(Change... changes) {
        await(shared.journal.commit(batch(entry(site, changes))));
    }

    private List<String> points() {
        return TestStore.points(shared.address(), site, "lounge").stream()
                .map(ZoneShiftTest::text)
                .toList();
    }

    private static String text(CountPoint point) {
        return (point.at().getEpochSecond() - NOON.getEpochSecond()) + " "
                + (point.count() == null ? "?" : point.count()) + " +" + point.entries() + " -" + point.exits();
    }

    private static Change counted(int second, @Nullable Integer count) {
        return new CountRecord(new CountPoint("lounge", at(second), count, 0, 0));
    }

    private static Change passed(int second, int entries) {
        return new PassageRecord("lounge", at(second), entries, 0);
    }

    private static Change shift(int from, @Nullable Integer until, int delta) {
        return new ShiftRecord("lounge", at(from), until == null ? null : at(until), delta);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
