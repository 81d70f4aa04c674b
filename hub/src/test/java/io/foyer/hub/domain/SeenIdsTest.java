package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final SeenIds ids = new SeenIds();

    @Test
    void an_id_counts_once() {
        assertThat(ids.add("a", NOON)).isTrue();
        assertThat(ids.add("a", NOON.plusSeconds(1))).isFalse();
        assertThat(ids.has("a")).isTrue();
    }

    @Test
    void the_last_4096_are_remembered_however_old_they_are() {
        for (int i = 0; i < SeenIds.AT_LEAST; i++) {
            ids.add("old-" + i, NOON);
        }
        ids.add("new", NOON.plus(Duration.ofDays(30)));

        assertThat(ids.has("old-0")).isFalse();
        assertThat(ids.has("old-1")).isTrue();
    }

    @Test
    void more_are_remembered_for_a_day() {
        for (int i = 0; i < 3 * SeenIds.AT_LEAST; i++) {
            ids.add("id-" + i, NOON);
        }
        ids.add("same day", NOON.plus(Duration.ofHours(24)));
        assertThat(ids.has("id-0")).isTrue();

        ids.add("next day", NOON.plus(Duration.ofHours(24)).plusMillis(1));
        assertThat(ids.has("id-0")).isFalse();
        assertThat(ids.size()).isEqualTo(SeenIds.AT_LEAST);
    }

    @Test
    void a_flood_is_bounded() {
        for (int i = 0; i < SeenIds.AT_MOST + 10; i++) {
            ids.add("id-" + i, NOON);
        }

        assertThat(ids.size()).isEqualTo(SeenIds.AT_MOST);
        assertThat(ids.has("id-9")).isFalse();
        assertThat(ids.has("id-10")).isTrue();
    }
}
