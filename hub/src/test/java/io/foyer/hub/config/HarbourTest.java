package io.foyer.hub.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Meter;
import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.site.Premises;
import io.foyer.hub.site.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the demo space promises, of the file as it is. */
class HarbourTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern RECTANGLE =
            Pattern.compile("<rect id=\"([^\"]+)\" x=\"\\d+\" y=\"\\d+\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final double PIXELS_A_SQUARE_METRE = 1240 * 671 / 600.0;
    private static final Set<String> OWN_PLACES =
            Set.of("hot-desks", "fixed-desks", "quiet", "office", "reading", "lounge", "event", "reception");
    private static final Path CONFIG = Path.of("../config");
    private static final Path HARBOUR = CONFIG.resolve("sites/harbour.yaml");

    private final Premises premises = SiteCheck.check(HARBOUR).premises();
    private final House house = premises.house();
    private final JsonNode file =
            Yaml.read(HARBOUR, SiteFile.class, SiteFile.EMPTY).tree();

    @Test
    void the_house_has_as_many_doors_sensors_and_meters_as_was_promised() {
        assertThat(house.doors()).hasSizeBetween(18, 24);
        assertThat(house.meters()).hasSizeBetween(28, 32);
        assertThat(sensors()).hasSizeBetween(75, 90);
        assertThat(house.devices().values()).extracting(Device::kind).contains(Device.Kind.values());
    }

    @Test
    void every_device_has_its_trial_password() {
        assertThat(house.devices().keySet())
                .allSatisfy(id -> assertThat(premises.secrets().get(id)).isEqualTo(Secrets.hash("demo-" + id)));
    }

    @Test
    void everything_that_is_shown_to_people_is_named_in_both_languages() {
        assertThat(file.findValues("name"))
                .filteredOn(JsonNode::isObject)
                .hasSizeGreaterThan(90)
                .allMatch(name -> name.hasNonNull("zh") && name.hasNonNull("en"));
    }

    @Test
    void a_drawing_shows_the_zones_and_desks_of_its_floor_and_nothing_else_by_id() throws IOException {
        for (Zone floor : floors()) {
            Set<String> expected = house.zones().keySet().stream()
                    .filter(zone -> !zone.equals(floor.id()) && house.isWithin(zone, floor.id()))
                    .collect(toSet());
            of(Device.Kind.PRESENCE).stream()
                    .filter(desk -> house.isWithin(String.valueOf(desk.zone()), floor.id()))
                    .forEach(desk -> expected.add(desk.id()));

            assertThat(ID.matcher(drawing(floor)).results().map(id -> id.group(1)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void areas_are_those_of_the_drawings() throws IOException {
        for (Zone floor : floors()) {
            for (MatchResult shape : RECTANGLE.matcher(drawing(floor)).results().toList()) {
                Zone zone = house.zones().get(shape.group(1));
                double pixels = Double.parseDouble(shape.group(2)) * Double.parseDouble(shape.group(3));
                assertThat(zone == null || Math.abs(zone.areaM2() - pixels / PIXELS_A_SQUARE_METRE) < 1)
                        .isTrue();
            }
        }
    }

    @Test
    void the_floors_sum_to_the_house_and_no_zone_exceeds_the_one_that_holds_it() {
        Zone whole = house.zones().get("house");
        assertThat(floors().stream().mapToInt(Zone::capacity).sum()).isEqualTo(whole.capacity());
        assertThat(floors().stream().mapToDouble(Zone::areaM2).sum()).isEqualTo(whole.areaM2());
        for (Zone zone : house.zones().values()) {
            List<Zone> parts = partsOf(zone);
            assertThat(parts).allSatisfy(part -> assertThat(part.capacity()).isLessThanOrEqualTo(zone.capacity()));
            assertThat(parts.stream().mapToDouble(Zone::areaM2).sum()).isLessThanOrEqualTo(zone.areaM2());
        }
        for (Zone floor : floors()) {
            Stream<Zone> own = partsOf(floor).stream().filter(part -> OWN_PLACES.contains(part.kind()));
            assertThat(own.mapToInt(Zone::capacity).sum()).as(floor.id()).isEqualTo(floor.capacity());
        }
    }

    @Test
    void every_zone_is_measured() {
        Set<String> measured = sensors().stream()
                .flatMap(sensor -> Stream.of(sensor.from(), sensor.to(), sensor.zone()))
                .collect(toSet());
        assertThat(house.zones().keySet())
                .allMatch(zone -> measured.stream().anyMatch(part -> house.isWithin(part, zone)));
    }

    @Test
    void every_zone_can_be_reached_from_outside_and_every_floor_left_by_two_doors() {
        Set<String> closed = house.doors().values().stream().map(Door::to).collect(toSet());
        floors().forEach(floor -> closed.add(floor.id()));
        Set<String> reached = new HashSet<>(Set.of(Zone.OUTSIDE));
        for (int round = 0; round < house.zones().size(); round++) {
            house.doors().values().stream()
                    .filter(door -> reached.contains(door.from()))
                    .forEach(door -> reached.add(door.to()));
            for (Zone zone : house.zones().values()) {
                if (zone.parent() != null && reached.contains(zone.id())) {
                    reached.add(zone.parent());
                } else if (reached.contains(zone.parent()) && !closed.contains(zone.id())) {
                    reached.add(zone.id());
                }
            }
        }
        assertThat(reached).containsAll(house.zones().keySet());
        assertThat(floors()).allSatisfy(floor -> assertThat(house.doors().values())
                .filteredOn(door -> house.isWithin(door.to(), floor.id()) && !house.isWithin(door.from(), floor.id()))
                .hasSizeGreaterThanOrEqualTo(2));
    }

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
        assertThat(house.doors().values())
                .filteredOn(door -> door.interlock() != null)
                .hasSize(2)
                .extracting(Door::interlock)
                .containsOnly("lobby");
        assertThat(house.doors().values()).filteredOn(Door::pin).hasSize(1);
    }

    @Test
    void every_door_tells_when_it_opens_one_waits_for_the_first_person_and_the_staff_passes_in_a_lockdown() {
        assertThat(house.doors().values()).allMatch(Door::contact);
        assertThat(house.doors().values()).filteredOn(Door::firstIn).hasSize(1);
        assertThat(house.doors().get("front").lockdownPass()).containsExactly("staff");
    }

    @Test
    void the_staffed_hours_keep_chinas_holidays() {
        assertThat(house.schedules().get("staffed").isOpen(LocalDateTime.parse("2026-10-01T10:00")))
                .isFalse();
        assertThat(house.schedules().get("staffed").isOpen(LocalDateTime.parse("2026-10-10T10:00")))
                .isTrue();
    }

    @Test
    void there_is_every_kind_of_plan_one_always_open_and_one_that_is_closed_now() {
        assertThat(house.plans().keySet())
                .contains("day", "week", "month", "quarter", "year", "ten-visits", "hot-desk", "fixed-desk")
                .contains("office", "virtual", "staff");
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T00:00");
        assertThat(Stream.iterate(monday, now -> now.plusHours(1)).limit(7 * 24))
                .allMatch(house.plans().get("staff").schedule()::isOpen)
                .noneMatch(house.plans().get("summer").schedule()::isOpen);
    }

    @Test
    void no_plan_but_the_staffs_opens_a_private_office_or_the_plant() {
        assertThat(house.plans().values())
                .filteredOn(plan -> !plan.id().equals("staff"))
                .allSatisfy(plan -> assertThat(house.zones().values())
                        .filteredOn(zone -> Set.of("office", "plant").contains(zone.kind()))
                        .noneMatch(zone -> plan.zones().stream().anyMatch(right -> house.isWithin(zone.id(), right))));
    }

    @Test
    void gateways_speak_for_sensors_and_each_meter_has_its_device() {
        assertThat(of(Device.Kind.GATEWAY))
                .flatMap(Device::speaksFor)
                .isNotEmpty()
                .allMatch(id -> sensors().contains(house.devices().get(id)));
        assertThat(of(Device.Kind.METER))
                .extracting(Device::meter)
                .containsExactlyInAnyOrderElementsOf(house.meters().keySet());
    }

    @Test
    void the_parts_of_a_meter_never_draw_more_than_it_lets_through() {
        Map<String, Double> parts = house.meters().values().stream()
                .filter(meter -> meter.medium() == Meter.Medium.ELECTRICITY && meter.parent() != null)
                .collect(groupingBy(meter -> String.valueOf(meter.parent()), summingDouble(Meter::maxPowerW)));
        assertThat(parts).containsKeys("main", "f1-main", "f2-main", "f3-main", "plant");
        assertThat(parts).allSatisfy((meter, sum) -> assertThat(sum)
                .isLessThanOrEqualTo(house.meters().get(meter).maxPowerW()));
        assertThat(file.at("/tariffs/0/demandPricePerKw").asDouble()).isPositive();
        assertThat(file.at("/tariffs/0/bands").findValuesAsText("name")).contains("peak", "flat", "valley");
    }

    private List<Device> of(Device.Kind... kinds) {
        return house.devices().values().stream()
                .filter(device -> Set.of(kinds).contains(device.kind()))
                .toList();
    }

    private List<Device> sensors() {
        return of(Device.Kind.LINE_COUNTER, Device.Kind.PEOPLE_COUNTER, Device.Kind.PRESENCE);
    }

    private List<Zone> floors() {
        return partsOf(house.zones().get("house"));
    }

    private List<Zone> partsOf(Zone zone) {
        return house.zones().values().stream()
                .filter(part -> zone.id().equals(part.parent()))
                .toList();
    }

    private String drawing(Zone floor) throws IOException {
        return Files.readString(CONFIG.resolve(String.valueOf(floor.plan())));
    }

    private Zone only(Predicate<Zone> such) {
        List<Zone> found = house.zones().values().stream().filter(such).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Door> doorsTo(Zone zone) {
        return house.doors().values().stream()
                .filter(door -> door.to().equals(zone.id()))
                .toList();
    }

    private boolean isReadOnBothSides(Door door) {
        return of(Device.Kind.READER).stream()
                .filter(reader -> door.id().equals(reader.door()))
                .map(Device::direction)
                .collect(toSet())
                .containsAll(List.of(Direction.values()));
    }
}
