package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What devices send: who hears of it, and when. */
class SitesTest {
    @RegisterExtension
    final TestSite site = new TestSite();

    @Test
    void a_door_hears_before_anything_is_written_and_the_device_is_acknowledged_after() {
        site.annHasACard();

        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .containsExactly(new DoorOrder.UnlockOrder("front-in", "s-1", "front", 5, NOW.plusSeconds(10)));
        assertThat(site.log).containsExactly("order");

        site.let();
        assertThat(site.log).containsExactly("order", "durable s-1");
    }

    @Test
    void a_repeated_swipe_gets_no_second_command_and_is_acknowledged_with_the_first() {
        site.annHasACard();

        site.hear("front-in", "swipe", "s-1", null, swipe());
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.log).containsExactly("order");

        site.let();
        assertThat(site.log).containsExactly("order", "durable s-1", "durable s-1");
        assertThat(site.journal.written)
                .filteredOn(Change.AccessRecord.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_comes_while_a_batch_is_in_flight_goes_together_in_the_next() {
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        for (int i = 2; i <= 50; i++) {
            site.hear("cam", "count", "c-" + i, NOW, new Message.HeadCount(i));
        }
        assertThat(site.journal.waiting()).isEqualTo(1);

        site.let();
        assertThat(site.log).containsExactly("durable c-1");
        site.gathers();
        assertThat(site.journal.waiting()).isEqualTo(1);
        site.let();
        assertThat(site.log).hasSize(50).endsWith("durable c-50");
    }

    @Test
    void a_batch_that_the_database_does_not_take_is_tried_again_and_nothing_overtakes_it() throws Exception {
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        site.refuse();
        site.hear("cam", "count", "c-2", NOW, new Message.HeadCount(2));
        assertThat(site.log).isEmpty();
        assertThat(site.sites.isDurable()).isFalse();

        CompletableFuture<Void> again = new CompletableFuture<>();
        site.vertx.setPeriodic(
                5,
                timer -> site.loop.runOnContext(turn -> {
                    if (site.journal.waiting() > 0) {
                        site.vertx.cancelTimer(timer);
                        again.complete(null);
                    }
                }));
        again.get(20, TimeUnit.SECONDS);
        site.let();
        site.let();

        assertThat(site.log).containsExactly("durable c-1", "durable c-2");
        assertThat(site.sites.isDurable()).isTrue();
    }

    @Test
    void viewers_are_shown_a_count_only_after_its_commit() {
        site.turn();
        int before = site.frames.size();
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(7));
        assertThat(site.frames).hasSize(before);

        site.let();
        assertThat(site.frames.get(site.frames.size() - 1).zones())
                .extracting(zone -> zone.count())
                .containsExactly(7);
    }

    @Test
    void a_late_reading_is_kept_at_once_and_folded_into_its_own_quarters_for_who_asks() {
        site.hear("main", "meter", "r-1", NOW.minusSeconds(3600), new Message.MeterReport(100L, null));
        site.let();
        site.hear("main", "meter", "r-3", NOW.minusSeconds(1800), new Message.MeterReport(120L, null));
        site.hear("main", "meter", "late", NOW.minusSeconds(2700), new Message.MeterReport(115L, null));
        site.hear("main", "meter", "r-4", NOW.minusSeconds(900), new Message.MeterReport(130L, null));
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        assertThat(site.log).containsExactly("durable r-1");

        site.let();
        assertThat(site.log).containsExactly("durable r-1", "durable r-3");
        site.let();
        assertThat(site.log)
                .containsExactly("durable r-1", "durable r-3", "durable late", "durable r-4", "durable c-1");
        Future<Void> folded = site.sites.folded("harbour");
        while (!folded.isComplete()) {
            if (site.journal.waiting() > 0) {
                site.let();
            } else {
                site.turn();
            }
        }

        Map<Instant, Long> quarters = new TreeMap<>();
        site.journal.written.forEach(change -> {
            if (change instanceof EnergyChange.QuarterUpdate booked) {
                quarters.put(booked.quarter().start(), booked.quarter().quantity());
            } else if (change instanceof EnergyChange.FoldUpdate update) {
                update.fold().quarters().forEach(quarter -> quarters.put(quarter.start(), quarter.quantity()));
            }
        });
        assertThat(quarters.values()).containsExactly(15L, 5L, 10L);
    }

    @Test
    void sites_are_touched_on_their_own_loop_only() {
        assertThatThrownBy(() -> site.sites
                        .worker("harbour")
                        .hear(
                                site.sites.known("cam").device(),
                                "count",
                                new MessageStamp(null, null, NOW, false),
                                new Message.HeadCount(1),
                                "{}",
                                () -> {}))
                .hasMessageContaining("event loop");
    }
}
