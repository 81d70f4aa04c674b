package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.OccupancyChange.PassageRecord;
import io.foyer.hub.domain.OccupancyChange.ShiftRecord;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.KeptSteps;
import io.foyer.hub.domain.occupancy.StepFunctions;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However changes come, in order or late, and however they are cut into batches: the roll-ups are those of all points. */
@ExtendWith(SharedStore.class)
class ZoneStepTest {
    private static final Instant END = NOON.plus(Duration.ofDays(40));
    private final Shared shared;
    private final String site;
    private final StepFunctions kept = new StepFunctions();

    ZoneStepTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_kept_steps_are_those_of_all_points_after_every_batch(long seed) {
        Random random = new Random(seed);
        int pace = List.of(20, 400, 5_000).get(random.nextInt(3));
        double late = random.nextDouble() * 0.3;
        long second = 0;
        for (int batch = 0; batch < 8; batch++) {
            List<BatchEntry> entries = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                second += random.nextInt(pace) * (long) random.nextInt(2);
                long at = random.nextDouble() < late ? second - random.nextInt(20 * pace) : second;
                entries.add(new BatchEntry(site, List.of(change(random, at, at < second, pace))));
            }
            await(shared.journal.commit(new Batch(entries)));
            for (StepSize size : StepSize.values()) {
                assertThat(steps(size)).isEqualTo(KeptSteps.of(size, points()));
            }
        }
    }

    private List<CountPoint> points() {
        return TestStore.points(shared.address(), site, "lounge");
    }

    private List<ZoneStep> steps(StepSize size) {
        return await(shared.database
                .archive()
                .steps(site, "lounge", size, NOON.minusSeconds(9_999_999), END, Collectors.toList()));
    }

    private Change change(Random random, long second, boolean isLate, int pace) {
        Instant at = NOON.plusSeconds(second).plusNanos(random.nextInt(3) * 1_500L);
        int kind = isLate ? random.nextInt(4) : 0;
        @Nullable Integer count = random.nextInt(9) == 0 ? null : (Integer) random.nextInt(4);
        Change change =
                switch (kind) {
                    case 1 -> new PassageRecord("lounge", at, random.nextInt(3), random.nextInt(3));
                    case 2 ->
                        new ShiftRecord("lounge", at, at.plusSeconds(random.nextInt(9 * pace)), random.nextInt(5) - 2);
                    case 3 -> new ShiftRecord("lounge", at, null, random.nextInt(5) - 2);
                    default ->
                        new CountRecord(new CountPoint("lounge", at, count, random.nextInt(3), random.nextInt(3)));
                };
        return change;
    }
}
