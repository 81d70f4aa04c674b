package io.foyer.hub.config;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the demo space promises of its doors and plans. */
class HarbourAccessTest {
    private final Harbour harbour = new Harbour();
    private final SiteDefinition definition = harbour.definition;

    @Test
    void a_hard_limited_zone_of_at_most_60_places_has_two_doors_with_readers_on_both_sides() {
        Zone limited = only(zone -> zone.control().hardLimit());
        assertThat(limited.capacity()).isLessThanOrEqualTo(60);
        assertThat(doorsTo(limited)).hasSize(2).allMatch(this::isReadOnBothSides);
    }

    @Test
    void one_area_refuses_a_card_passed_back_and_one_only_tells_of_it() {
        for (Zone.AntiPassback how : List.of(Zone.AntiPassback.HARD, Zone.AntiPassback.SOFT)) {
            Zone area = only(zone -> zone.control().antiPassback() == how);
            assertThat(doorsTo(area)).isNotEmpty().allMatch(this::isReadOnBothSides);
        }
    }

    @Test
    void one_room_wants_a_booking() {
        assertThat(only(zone -> zone.control().bookingRequired()).kind()).isEqualTo("meeting");
    }

    @Test
    void two_doors_are_interlocked_and_one_asks_for_a_pin() {
        assertThat(definition.doors().values())
                .filteredOn(door -> door.interlock() != null)
                .hasSize(2)
                .extracting(Door::interlock)
                .containsOnly("lobby");
        assertThat(definition.doors().values()).filteredOn(Door::pin).hasSize(1);
    }

    @Test
    void every_door_tells_when_it_opens_one_waits_for_the_first_person_and_the_staff_passes_in_a_lockdown() {
        assertThat(definition.doors().values()).allMatch(Door::contact);
        assertThat(definition.doors().values()).filteredOn(Door::firstIn).hasSize(1);
        assertThat(definition.doors().get("front").lockdownPass()).containsExactly("staff");
    }

    @Test
    void the_staffed_hours_keep_chinas_holidays() {
        assertThat(definition.schedules().get("staffed").isOpen(LocalDateTime.parse("2026-10-01T10:00")))
                .isFalse();
        assertThat(definition.schedules().get("staffed").isOpen(LocalDateTime.parse("2026-10-10T10:00")))
                .isTrue();
    }

    @Test
    void there_is_every_kind_of_plan_one_always_open_and_one_that_is_closed_now() {
        assertThat(definition.plans().keySet())
                .contains("day", "week", "month", "quarter", "year", "ten-visits", "hot-desk", "fixed-desk")
                .contains("office", "virtual", "staff");
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T00:00");
        assertThat(Stream.iterate(monday, now -> now.plusHours(1)).limit(7 * 24))
                .allMatch(definition.plans().get("staff").schedule()::isOpen)
                .noneMatch(definition.plans().get("summer").schedule()::isOpen);
    }

    @Test
    void no_plan_but_the_staffs_opens_a_private_office_or_the_plant() {
        assertThat(definition.plans().values())
                .filteredOn(plan -> !plan.id().equals("staff"))
                .allSatisfy(plan -> assertThat(definition.zones().values())
                        .filteredOn(zone -> Set.of("office", "plant").contains(zone.kind()))
                        .noneMatch(zone ->
                                plan.zones().stream().anyMatch(right -> definition.isWithin(zone.id(), right))));
    }

    private Zone only(Predicate<Zone> such) {
        List<Zone> found = definition.zones().values().stream().filter(such).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Door> doorsTo(Zone zone) {
        return definition.doors().values().stream()
                .filter(door -> door.to().equals(zone.id()))
                .toList();
    }

    private boolean isReadOnBothSides(Door door) {
        return harbour.of(Device.DeviceKind.READER).stream()
                .filter(reader -> door.id().equals(reader.door()))
                .map(Device::direction)
                .collect(toSet())
                .containsAll(List.of(Direction.values()));
    }
}
