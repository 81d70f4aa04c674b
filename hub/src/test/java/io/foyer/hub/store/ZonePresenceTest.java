package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Archive;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class ZonePresenceTest {
    private final Shared shared;
    private final Archive archive;
    private final String site;

    ZonePresenceTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive();
        this.site = shared.newSite();
    }

    @Test
    void a_zones_presence_is_that_of_its_points_whether_a_quarter_hour_has_a_change_or_none() {
        Instant from = NOON.plusSeconds(100);
        Instant to = NOON.plusSeconds(90_000);
        Random random = new Random(1);
        List<CountPoint> points = new ArrayList<>();
        for (Instant at = NOON; at.isBefore(to); at = at.plusSeconds(random.nextInt(1_500))) {
            Integer count = random.nextInt(5) == 0 ? null : Math.max(0, random.nextInt(8) - 4);
            points.add(new CountPoint("lounge", at, count, 0, 0));
        }
        points.forEach(point -> await(shared.journal.commit(batch(entry(site, new CountRecord(point))))));
        List<CountPoint> presence = await(archive.presence(site, "lounge", from, to, toList()));
        assertThat(presence).hasSizeLessThan(points.size() + 100);
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(50)) {
            assertThat(presence(presence, at)).as("%s", at).isEqualTo(presence(points, at));
        }
        assertThat(await(
                        archive.presence(site, "lounge", NOON.minusSeconds(9_000), NOON.minusSeconds(8_000), toList())))
                .isEmpty();
        assertThat(await(archive.presence(site, "nowhere", from, to, toList()))).isEmpty();
    }

    private static String presence(List<CountPoint> points, Instant at) {
        return points.stream()
                .filter(point -> !point.at().isAfter(at))
                .reduce((first, second) -> second)
                .map(point -> point.count() == null ? "unknown" : point.count() == 0 ? "empty" : "taken")
                .orElse("none");
    }
}
