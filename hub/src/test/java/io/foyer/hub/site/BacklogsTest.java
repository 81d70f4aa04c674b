package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.energy.Quarter;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A meter was cut off for four hours. It is back, has told its newest reading, and now sends those in between. */
class BacklogsTest {
    private static final int SECONDS = 4 * 3_600;

    @RegisterExtension
    final TestSite site = new TestSite();

    @BeforeEach
    void the_meter_is_back() {
        arrive(() -> {
            reading("first", 0);
            reading("newest", SECONDS);
        });
        untilDurable(2);
        site.journal.written.clear();
        site.log.clear();
    }

    /** All before the loop has a turn for anything else, as one read of a connection brings it. */
    private void arrive(Runnable messages) {
        site.on(() -> {
            messages.run();
            return Future.succeededFuture();
        });
    }

    /** So many seconds after the first; it used more and more. */
    private void reading(String id, int second) {
        site.heard("main", "meter", id, at(second), new Message.MeterReport(register(second), null));
    }

    private static Instant at(int second) {
        return NOW.minusSeconds(SECONDS + 900L - second);
    }

    private static long register(int second) {
        return 100_000_000L + (long) second * second;
    }

    private void backlog(String prefix, int count) {
        arrive(() -> IntStream.rangeClosed(1, count).forEach(i -> reading(prefix + i, i * (SECONDS / (count + 1)))));
    }

    /** Commits whatever comes until so many messages are acknowledged. */
    private void untilDurable(int messages) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (acknowledged() < messages && System.nanoTime() < end) {
            if (site.journal.waiting() > 0) {
                site.let();
            } else {
                site.turn();
            }
        }
        assertThat(acknowledged()).isEqualTo(messages);
    }

    private long acknowledged() {
        return site.log.stream().filter(line -> line.startsWith("durable")).count();
    }

    private List<Quarter> booked() {
        return site.journal.written.stream()
                .filter(EnergyChange.QuarterUpdate.class::isInstance)
                .map(change -> ((EnergyChange.QuarterUpdate) change).quarter())
                .toList();
    }

    @Test
    void those_that_wait_are_booked_together_and_each_quarter_is_written_once() {
        backlog("late-", 47);
        untilDurable(47);
        assertThat(site.journal.asked).isEqualTo(1);
        assertThat(booked()).extracting(Quarter::start).hasSize(16).doesNotHaveDuplicates();
        assertThat(booked()).allSatisfy(quarter -> {
            int began = SECONDS + 900 - (int) quarter.start().until(NOW, ChronoUnit.SECONDS);
            assertThat(quarter.quantity()).isEqualTo(register(began + 900) - register(began));
            assertThat(quarter.estimated()).isFalse();
        });
        assertThat(site.log).startsWith("durable late-1").endsWith("durable late-47");
    }

    @Test
    void many_are_booked_in_parts_and_a_door_is_answered_between_them() {
        backlog("late-", 1_300);
        untilDurable(500);
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.log).endsWith("order").doesNotContain("durable late-501");
        untilDurable(1_301);
        assertThat(site.journal.asked).isEqualTo(3);
    }

    @Test
    void live_readings_between_them_wait_and_do_not_part_them() {
        arrive(() -> {
            reading("late-1", 900);
            reading("live-1", SECONDS + 60);
            reading("late-2", 1_800);
            reading("live-2", SECONDS + 120);
            reading("late-3", SECONDS + 90);
        });
        untilDurable(5);
        assertThat(site.log)
                .containsExactly(
                        "durable late-1", "durable late-2", "durable live-1", "durable live-2", "durable late-3");
        assertThat(site.journal.asked).isEqualTo(2);
    }

    @Test
    void the_same_backlog_again_changes_nothing_and_is_acknowledged() {
        backlog("late-", 47);
        untilDurable(47);
        site.journal.written.clear();
        backlog("late-", 47);
        backlog("again-", 47);
        untilDurable(3 * 47);
        assertThat(site.journal.written).hasSize(47).allMatch(Change.MessageRecord.class::isInstance);
    }

    @Test
    void one_that_repeats_an_id_within_the_backlog_has_no_second_effect() {
        arrive(() -> {
            reading("late-1", 900);
            reading("late-1", 1_800);
        });
        untilDurable(2);
        assertThat(site.journal.written)
                .filteredOn(Change.MessageRecord.class::isInstance)
                .hasSize(1);
        assertThat(site.journal.written)
                .filteredOn(EnergyChange.ReadingRecord.class::isInstance)
                .extracting(change ->
                        ((EnergyChange.ReadingRecord) change).judged().reading().at())
                .containsExactly(at(900), at(SECONDS));
    }

    @Test
    void a_backlog_waits_unacknowledged_for_a_database_that_is_away() {
        site.journal.away = true;
        backlog("late-", 47);
        while (site.journal.asked == 0) {
            site.turn();
        }
        assertThat(site.log).isEmpty();
        site.journal.away = false;
        site.gathers();
        site.refuse();
        assertThat(site.log).isEmpty();
        untilDurable(47);
        assertThat(booked()).extracting(Quarter::start).hasSize(16).doesNotHaveDuplicates();
    }
}
