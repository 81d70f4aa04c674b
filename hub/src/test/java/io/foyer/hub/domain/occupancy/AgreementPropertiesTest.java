package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.occupancy.HouseDay.Signal;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;

/** Whatever happens, the counts agree: in every snapshot, and in what a viewer has after every change. */
@Domain(HouseDays.class)
class AgreementPropertiesTest {

    @Property
    void a_viewer_has_what_the_next_snapshot_would_say(@ForAll List<Signal> day) {
        new HouseDay().play(day, house -> assertThat(house.viewed.values())
                .containsExactlyInAnyOrderElementsOf(house.building.occupancy.all()));
    }

    @Property
    void a_zone_is_the_sum_of_its_zones_and_of_its_own_place(@ForAll List<Signal> day) {
        new HouseDay().play(day, house -> {
            for (ZoneCount zone : house.viewed.values()) {
                List<ZoneCount> parts = parts(house, zone);
                int sum = parts.stream().mapToInt(part -> people(part.count())).sum() + people(zone.own());
                assertThat(people(zone.count())).as(zone.zone()).isEqualTo(sum);
                if (zone.count() == null) {
                    assertThat(parts).allMatch(part -> part.count() == null);
                }
            }
        });
    }

    @Property
    void a_count_is_a_whole_number_of_people_within_its_range(@ForAll List<Signal> day) {
        new HouseDay().play(day, house -> {
            for (ZoneCount zone : house.viewed.values()) {
                int count = people(zone.count());
                assertThat(count).isNotNegative();
                assertThat(people(zone.own())).isBetween(0, count);
                assertThat(people(zone.low())).isBetween(0, count);
                assertThat(zone.high() == null || zone.high() >= count).isTrue();
                assertThat(zone.confidence()).isBetween(0.0, 1.0);
            }
        });
    }

    @Property
    void an_unknown_part_makes_a_sum_at_least(@ForAll List<Signal> day) {
        new HouseDay().play(day, house -> {
            for (ZoneCount zone : house.viewed.values()) {
                boolean unknown = zone.count() == null;
                assertThat(zone.state() == CountState.UNKNOWN).isEqualTo(unknown);
                assertThat(zone.confidence() == 0).isEqualTo(unknown);
                assertThat(zone.low() == null).isEqualTo(unknown);
                assertThat(zone.high() == null).isEqualTo(zone.state() != CountState.OK);
                boolean partly = parts(house, zone).stream()
                        .filter(part -> isMeasured(house, part.zone()))
                        .anyMatch(part -> part.state() != CountState.OK);
                if (partly) {
                    assertThat(zone.state()).as(zone.zone()).isNotEqualTo(CountState.OK);
                }
            }
        });
    }

    private static List<ZoneCount> parts(HouseDay house, ZoneCount whole) {
        return house.building.zones.stream()
                .filter(zone -> whole.zone().equals(zone.parent()))
                .map(zone -> Objects.requireNonNull(house.viewed.get(zone.id())))
                .toList();
    }

    /** Whether a sensor of the site file measures the zone or a zone in it. */
    private static boolean isMeasured(HouseDay house, String zone) {
        boolean itself = house.building.devices.stream()
                .anyMatch(
                        device -> zone.equals(device.zone()) || zone.equals(device.from()) || zone.equals(device.to()));
        return itself
                || house.building.zones.stream()
                        .anyMatch(part -> zone.equals(part.parent()) && isMeasured(house, part.id()));
    }

    private static int people(@Nullable Integer count) {
        return Objects.requireNonNullElse(count, 0);
    }
}
