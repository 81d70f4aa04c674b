package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.RegisterFold;
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

    /** Commits whatever comes until all late readings stand in the ledger. */
    private void untilFolded() {
        Future<Void> folded = site.sites.folded("harbour");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!folded.isComplete() && System.nanoTime() < end) {
            if (site.journal.waiting() > 0) {
                site.let();
            } else {
                site.turn();
            }
        }
        assertThat(folded.succeeded()).isTrue();
    }

    private List<RegisterFold> folds() {
        return site.journal.written.stream()
                .filter(EnergyChange.FoldUpdate.class::isInstance)
                .map(change -> ((EnergyChange.FoldUpdate) change).fold())
                .toList();
    }

    private List<Quarter> booked() {
        return folds().stream().flatMap(fold -> fold.quarters().stream()).toList();
    }

    private void assertBooked() {
        assertThat(booked()).extracting(Quarter::start).hasSize(16).doesNotHaveDuplicates();
        assertThat(booked()).allSatisfy(quarter -> {
            int began = SECONDS + 900 - (int) quarter.start().until(NOW, ChronoUnit.SECONDS);
            assertThat(quarter.quantity()).isEqualTo(register(began + 900) - register(began));
            assertThat(quarter.estimated()).isFalse();
        });
    }

    @Test
    void those_that_wait_are_acknowledged_when_kept_and_folded_together_and_each_quarter_is_written_once() {
        backlog("late-", 47);
        untilDurable(47);
        assertThat(site.log).startsWith("durable late-1").endsWith("durable late-47");
        untilFolded();
        assertThat(site.journal.asked).isEqualTo(1);
        assertBooked();
    }

    @Test
    void a_device_that_waits_for_each_acknowledgement_is_folded_a_few_times_at_most() {
        for (int i = 1; i <= 47; i++) {
            int second = i * (SECONDS / 48);
            arrive(() -> reading("late-" + second, second));
            untilDurable(i);
        }
        untilFolded();
        assertThat(folds()).hasSizeLessThan(10);
        assertThat(folds().get(folds().size() - 1).quarters()).isNotEmpty();
    }

    @Test
    void a_door_is_answered_and_the_meters_messages_wait_in_order_during_the_fold() {
        backlog("late-", 1_300);
        untilDurable(1_300);
        Future<Void> folded = site.sites.folded("harbour");
        site.turn();
        arrive(() -> {
            reading("live-1", SECONDS + 60);
            reading("late-again", 77);
            reading("live-2", SECONDS + 120);
        });
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.log).endsWith("order").doesNotContain("durable live-1");
        assertThat(folded.isComplete()).isFalse();
        untilDurable(1_304);
        assertThat(site.log.subList(site.log.indexOf("durable live-1"), site.log.size()))
                .containsSubsequence("durable live-1", "durable late-again", "durable live-2");
        untilFolded();
        assertThat(folds()).hasSize(2);
    }

    @Test
    void live_readings_between_them_do_not_wait() {
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
                        "durable late-1", "durable live-1", "durable late-2", "durable live-2", "durable late-3");
        untilFolded();
        assertThat(site.journal.asked).isEqualTo(1);
    }

    @Test
    void the_same_backlog_again_changes_nothing_and_is_acknowledged() {
        backlog("late-", 47);
        untilDurable(47);
        untilFolded();
        site.journal.written.clear();
        backlog("late-", 47);
        backlog("again-", 47);
        untilDurable(3 * 47);
        untilFolded();
        assertThat(booked()).isEmpty();
        assertThat(folds()).allSatisfy(fold -> assertThat(fold.changed()).isEmpty());
        assertThat(site.journal.written)
                .filteredOn(Change.MessageRecord.class::isInstance)
                .hasSize(47);
    }

    @Test
    void one_that_repeats_an_id_within_the_backlog_has_no_second_effect() {
        arrive(() -> {
            reading("late-1", 900);
            reading("late-1", 1_800);
        });
        untilDurable(2);
        untilFolded();
        assertThat(site.journal.written)
                .filteredOn(Change.MessageRecord.class::isInstance)
                .hasSize(1);
        assertThat(folds().get(0).changed())
                .extracting(judged -> judged.reading().at())
                .containsExactly(at(900), at(SECONDS));
    }

    @Test
    void a_backlog_waits_for_a_database_that_cannot_be_read_and_is_folded_then() {
        site.journal.away = true;
        backlog("late-", 47);
        untilDurable(47);
        Future<Void> folded = site.sites.folded("harbour");
        site.turn();
        assertThat(folded.isComplete()).isFalse();
        site.journal.away = false;
        untilFolded();
        assertBooked();
    }
}
