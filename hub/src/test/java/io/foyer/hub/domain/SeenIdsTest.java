package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final DeviceIds ids = new DeviceIds();

    @Test
    void an_id_is_known_with_what_was_said_with_it() {
        for (int i = 1; i <= 100; i++) {
            ids.add("id-" + i, i, NOON);
        }
        ids.add("of an earlier run", 0, NOON);

        assertThat(ids.isOther("id-7", 7)).isFalse();
        assertThat(ids.isOther("id-7", 8)).isTrue();
        assertThat(ids.isOther("new", 8)).isFalse();
        assertThat(ids.isOther("of an earlier run", 8)).isFalse();
    }

    @Test
    void an_id_counts_once() {
        assertThat(ids.add("a", 0, NOON)).isTrue();
        assertThat(ids.add("a", 0, NOON.plusSeconds(1))).isFalse();
        assertThat(ids.has("a")).isTrue();
    }

    @Test
    void the_last_4096_are_remembered_however_old_they_are() {
        for (int i = 0; i < DeviceIds.AT_LEAST; i++) {
            ids.add("old-" + i, 0, NOON);
        }
        ids.add("new", 0, NOON.plus(Duration.ofDays(30)));

        assertThat(ids.has("old-0")).isFalse();
        assertThat(ids.has("old-1")).isTrue();
    }

    @Test
    void more_are_remembered_for_a_day() {
        for (int i = 0; i < 3 * DeviceIds.AT_LEAST; i++) {
            ids.add("id-" + i, 0, NOON);
        }
        ids.add("same day", 0, NOON.plus(Duration.ofHours(24)));
        assertThat(ids.has("id-0")).isTrue();

        ids.add("next day", 0, NOON.plus(Duration.ofHours(24)).plusMillis(1));
        assertThat(ids.has("id-0")).isFalse();
        assertThat(ids.size()).isEqualTo(DeviceIds.AT_LEAST);
    }

    @Test
    void a_flood_is_bounded() {
        for (int i = 0; i < DeviceIds.AT_MOST + 10; i++) {
            ids.add("id-" + i, 0, NOON);
        }

        assertThat(ids.size()).isEqualTo(DeviceIds.AT_MOST);
        assertThat(ids.has("id-9")).isFalse();
        assertThat(ids.has("id-10")).isTrue();
    }

    /** Against the simplest thing that does the same; far more ids than are kept, so that forgetting moves many. */
    @Property(tries = 20)
    void it_remembers_what_a_plain_map_would(@ForAll Random random) {
        DeviceIds many = new DeviceIds();
        Map<String, Instant> plain = new LinkedHashMap<>();
        Instant now = NOON;
        for (int i = 0; i < 4 * DeviceIds.AT_LEAST; i++) {
            now = now.plusSeconds(random.nextInt(20));
            String id = Integer.toString(random.nextInt(3 * DeviceIds.AT_LEAST), 36);
            Instant dayAgo = now.minus(Duration.ofHours(24));

            boolean isNew = plain.putIfAbsent(id, now) == null;
            Iterator<Instant> oldest = plain.values().iterator();
            while (isNew && plain.size() > DeviceIds.AT_LEAST && oldest.next().isBefore(dayAgo)) {
                oldest.remove();
            }

            assertThat(many.add(id, 0, now)).isEqualTo(isNew);
            assertThat(many.size()).isEqualTo(plain.size());
        }
        for (int i = 0; i < 3 * DeviceIds.AT_LEAST; i++) {
            String id = Integer.toString(i, 36);
            assertThat(many.has(id)).isEqualTo(plain.containsKey(id));
        }
    }
}
