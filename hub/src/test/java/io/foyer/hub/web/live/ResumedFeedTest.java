package io.foyer.hub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.ViewerFeed.FeedFrame;
import io.foyer.hub.web.TestHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes back is told each decision once, and that some are missing where some are. */
class ResumedFeedTest {
    private TestHub hub = new TestHub();
    private Watcher first;
    private long seq;

    @BeforeEach
    void start() {
        first = watch("");
        seq = first.any().path("seq").asLong();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Watcher watch(String more) {
        return Watcher.of(hub, "/live/harbour?topics=events" + more, hub.accounts.token(Role.DESK));
    }

    /** Decisions of one instant each, a millisecond apart. */
    private static FeedFrame swipes(int from, int to) {
        List<AccessEvent> events = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            AccessEvent one = Shown.event("s-" + i);
            events.add(new AccessEvent(
                    one.at(),
                    one.received().plusMillis(i),
                    one.device(),
                    one.door(),
                    one.swipe(),
                    one.credential(),
                    one.type(),
                    one.member(),
                    one.direction(),
                    one.outcome(),
                    one.reason()));
        }
        return new FeedFrame(List.of(), List.of(), List.of(), List.of(), events, null);
    }

    /** Shows them, and waits until they have been told; gives the frames. */
    private List<JsonNode> tell(int from, int to) {
        hub.feed.show("harbour", swipes(from, to));
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < to - from + 1) {
            events.add(first.nextOf("event"));
        }
        seq = first.nextOf("delta").path("seq").asLong();
        return events;
    }

    @Test
    void what_was_told_before_the_sequence_is_not_told_again() {
        tell(1, 3);
        Watcher again = watch("&since=" + seq);
        assertThat(again.any().path("type").asText()).isEqualTo("tick");
        tell(4, 4);
        assertThat(again.next().path("swipe").asText()).isEqualTo("s-4");
    }

    @Test
    void whoever_left_between_two_decisions_of_a_moment_goes_on_with_the_second() {
        tell(1, 1);
        long before = seq;
        List<JsonNode> told = tell(2, 4);
        Watcher again = watch(
                "&since=" + before + "&number=" + told.get(0).path("number").asLong());
        assertThat(again.next().path("swipe").asText()).isEqualTo("s-3");
        assertThat(again.next().path("swipe").asText()).isEqualTo("s-4");
        assertThat(again.next().path("seq").asLong()).isEqualTo(seq);
        assertThat(again.any().path("type").asText()).isEqualTo("tick");
    }

    @Test
    void whoever_comes_too_late_to_be_told_all_is_told_how_many_are_missing() {
        tell(1, 5);
        long before = seq;
        for (int i = 0; i < 4; i++) {
            tell(6 + i * 250, 5 + (i + 1) * 250);
        }
        Watcher again = watch("&since=" + before);
        assertThat(again.any().path("events")).hasSize(200);
        assertThat(again.any().toString()).isEqualTo("{\"type\":\"gap\",\"missed\":800}");
        assertThat(again.any().path("type").asText()).isEqualTo("tick");
    }

    @Test
    void over_a_restart_of_the_hub_the_snapshot_joins_on_or_a_gap_is_told() {
        long number = tell(1, 3).get(2).path("number").asLong();
        hub.close();
        hub = new TestHub();
        hub.clock.pass(Duration.ofMinutes(1));
        hub.feed.show("harbour", swipes(1, 5)); // as it begins with what the store has
        Watcher again = watch("&since=" + seq + "&number=" + number);
        JsonNode snapshot = again.any();
        assertThat(snapshot.path("events").findValuesAsText("swipe")).endsWith("s-3", "s-4", "s-5");
        assertThat(snapshot.path("number").asLong()).isEqualTo(number + 2_000);
        assertThat(again.any().path("type").asText()).isEqualTo("tick");
        hub.close();

        hub = new TestHub();
        hub.feed.show("harbour", swipes(101, 300));
        Watcher late = watch("&since=" + seq + "&number=" + number);
        assertThat(late.any().path("events")).hasSize(200);
        assertThat(late.any().path("type").asText()).isEqualTo("gap");
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThat(watch("&number=last").closeCode()).isEqualTo(4400);
    }
}
