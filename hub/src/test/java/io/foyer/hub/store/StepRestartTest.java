package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Device.DeviceKind;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.ObservationTime;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hub that ends within a step and goes on from the store rolls up what one that went on would have rolled up. */
@ExtendWith(SharedStore.class)
class StepRestartTest {
    private static final List<String> ZONES = List.of("house", "lounge");
    private final Shared shared;

    StepRestartTest(Shared shared) {
        this.shared = shared;
    }

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_steps_are_the_same_with_restarts_in_their_middle_and_without(long seed) {
        assertThat(day(seed, true)).isEqualTo(day(seed, false)).isNotEmpty();
    }

    /** Every kept step after an afternoon of a camera, a line and a desk. */
    private List<ZoneStep> day(long seed, boolean restarting) {
        Random random = new Random(seed);
        String site = "steps-" + seed + restarting;
        SiteDefinition house = house(site);
        await(TestStore.register(shared.journal, TestStore.setup(house), NOON, "start", List.of()));
        Occupancy occupancy = Occupancy.restored(house, List.of(), List.of(), List.of(), NOON);
        Instant now = NOON;
        for (int signal = 0; signal < 60; signal++) {
            now = now.plusMillis(random.nextInt(240_000));
            Instant at = random.nextInt(8) == 0 ? now.minusSeconds(random.nextInt(900)) : now;
            Effects effects = new Effects();
            hear(occupancy, random, new ObservationTime(at, now, true), effects);
            await(shared.journal.commit(new Batch(List.of(new Batch.BatchEntry(site, effects.changes())))));
            if (restarting) {
                SiteMemory kept = await(TestStore.load(shared.journal, house, now));
                occupancy = Occupancy.restored(house, kept.sources(), kept.balances(), List.of(), now);
                occupancy.recall(kept.points(), now);
            }
        }
        List<ZoneStep> steps = new ArrayList<>();
        for (StepSize size : StepSize.values()) {
            ZONES.forEach(zone -> steps.addAll(await(shared.database
                    .archive()
                    .steps(
                            site,
                            zone,
                            size,
                            NOON.minus(Duration.ofDays(1)),
                            NOON.plus(Duration.ofDays(1)),
                            Collectors.toList()))));
        }
        return steps;
    }

    private static void hear(Occupancy occupancy, Random random, ObservationTime moment, Effects effects) {
        switch (random.nextInt(3)) {
            case 0 -> occupancy.present("cam", random.nextInt(9), moment, effects);
            case 1 -> occupancy.steps("line", random.nextInt(4), random.nextInt(3), moment, effects);
            default -> occupancy.presence("desk", random.nextBoolean(), moment, effects);
        }
    }

    private static SiteDefinition house(String site) {
        List<Zone> zones = List.of(zone("house", null), zone("lounge", "house"));
        List<Device> devices = List.of(
                new Device("cam", DeviceKind.PEOPLE_COUNTER, null, null, null, null, "lounge", null, List.of()),
                new Device("line", DeviceKind.LINE_COUNTER, null, null, "outside", "house", null, null, List.of()),
                new Device("desk", DeviceKind.PRESENCE, null, null, null, null, "house", null, List.of()));
        return new SiteDefinition(
                site,
                BilingualText.of(site),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                Map.of(),
                SiteDefinition.byId(devices, Device::id),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Zone zone(String id, String parent) {
        return new Zone(id, parent, "floor", BilingualText.of(id), null, null, null, null);
    }
}
