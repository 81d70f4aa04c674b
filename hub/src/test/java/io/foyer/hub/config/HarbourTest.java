package io.foyer.hub.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.domain.house.Device;
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
import java.util.Objects;
import java.util.Set;
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
    private static final Path CONFIG =
            Path.of("").toAbsolutePath().resolve("../config").normalize();

    private final Premises premises = Configuration.read(CONFIG, false).stream()
            .filter(site -> site.house().site().equals("harbour"))
            .findFirst()
            .orElseThrow();
    private final House house = premises.house();
    private final JsonNode file = new ObjectMapper().readTree(premises.published());

    HarbourTest() throws IOException {}

    @Test
    void the_house_has_as_many_doors_sensors_and_meters_as_was_promised() {
        assertThat(house.doors()).hasSizeBetween(18, 24);
        assertThat(house.meters()).hasSizeBetween(28, 32);
        assertThat(of(Device.Kind.LINE_COUNTER, Device.Kind.PEOPLE_COUNTER, Device.Kind.PRESENCE))
                .hasSizeBetween(75, 90);
        assertThat(house.devices().values()).extracting(Device::kind).contains(Device.Kind.values());
    }

    @Test
    void every_device_has_its_trial_password() {
        house.devices()
                .keySet()
                .forEach(id -> assertThat(premises.secrets().get(id)).as(id).isEqualTo(Secrets.hash("demo-" + id)));
    }

    @Test
    void everything_that_is_shown_to_people_is_named_in_both_languages() {
        for (String list : List.of("zones", "doors", "meters", "plans")) {
            for (JsonNode entry : file.path(list)) {
                assertThat(entry.at("/name/zh").asText()).as("%s", entry).isNotBlank();
                assertThat(entry.at("/name/en").asText()).as("%s", entry).isNotBlank();
            }
        }
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
                    .as(floor.id())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void areas_are_those_of_the_drawings() throws IOException {
        for (Zone floor : floors()) {
            RECTANGLE.matcher(drawing(floor)).results().forEach(shape -> {
                Zone zone = house.zones().get(shape.group(1));
                int pixels = Integer.parseInt(shape.group(2)) * Integer.parseInt(shape.group(3));
                if (zone != null) {
                    assertThat(area(zone)).as(zone.id()).isCloseTo(pixels / PIXELS_A_SQUARE_METRE, within(1.0));
                }
            });
        }
    }

    @Test
    void the_floors_sum_to_the_house_and_no_zone_exceeds_the_one_that_holds_it() {
        Zone whole = house.zones().get("house");
        assertThat(floors().stream().mapToInt(HarbourTest::capacity).sum()).isEqualTo(capacity(whole));
        assertThat(floors().stream().mapToDouble(HarbourTest::area).sum()).isEqualTo(area(whole));
        for (Zone zone : house.zones().values()) {
            List<Zone> parts = house.zones().values().stream()
                    .filter(part -> zone.id().equals(part.parent()))
                    .toList();
            assertThat(parts).allSatisfy(part -> assertThat(capacity(part)).isLessThanOrEqualTo(capacity(zone)));
            assertThat(parts.stream().mapToDouble(HarbourTest::area).sum()).isLessThanOrEqualTo(area(zone));
        }
        for (Zone floor : floors()) {
            int places = house.zones().values().stream()
                    .filter(zone -> floor.id().equals(zone.parent()) && OWN_PLACES.contains(zone.kind()))
                    .mapToInt(HarbourTest::capacity)
                    .sum();
            assertThat(places).as("places of %s", floor.id()).isEqualTo(capacity(floor));
        }
    }

    @Test
    void every_zone_is_measured() {
        Set<String> measured = of(Device.Kind.LINE_COUNTER, Device.Kind.PEOPLE_COUNTER, Device.Kind.PRESENCE).stream()
                .flatMap(sensor -> Stream.of(sensor.from(), sensor.to(), sensor.zone()))
                .filter(Objects::nonNull)
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
            house.zones().values().stream()
                    .filter(zone -> zone.parent() != null)
                    .forEach(zone -> {
                        if (reached.contains(zone.id())) {
                            reached.add(zone.parent());
                        } else if (reached.contains(zone.parent()) && !closed.contains(zone.id())) {
                            reached.add(zone.id());
                        }
                    });
        }
        assertThat(reached).containsAll(house.zones().keySet());
        assertThat(floors()).allSatisfy(floor -> assertThat(house.doors().values())
                .filteredOn(door -> house.isWithin(door.to(), floor.id()) && !house.isWithin(door.from(), floor.id()))
                .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void a_hard_limited_zone_of_at_most_60_places_has_two_doors_with_readers_on_both_sides() {
        JsonNode limited = only("zones", "/hardLimit", "true");
        assertThat(limited.path("capacity").asInt()).isLessThanOrEqualTo(60);
        List<String> doors = doorsTo(limited.path("id").asText());
        assertThat(doors).hasSize(2).allMatch(this::isReadOnBothSides);
    }

    @Test
    void one_area_refuses_a_card_passed_back_and_one_only_tells_of_it() {
        for (String how : List.of("hard", "soft")) {
            JsonNode area = only("zones", "/antiPassback", how);
            assertThat(doorsTo(area.path("id").asText())).isNotEmpty().allMatch(this::isReadOnBothSides);
        }
    }

    @Test
    void two_doors_are_interlocked_and_one_asks_for_a_pin() {
        assertThat(file.path("doors").findValuesAsText("interlock")).containsExactly("lobby", "lobby");
        assertThat(house.doors().values()).filteredOn(Door::pin).hasSize(1);
    }

    @Test
    void there_is_every_kind_of_plan_one_always_open_and_one_that_is_closed_now() {
        assertThat(house.plans().keySet())
                .contains("day", "week", "month", "quarter", "year", "ten-visits")
                .contains("hot-desk", "fixed-desk", "office", "virtual", "staff");
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T00:00");
        for (int hour = 0; hour < 7 * 24; hour++) {
            LocalDateTime now = monday.plusHours(hour);
            assertThat(house.plans().get("staff").schedule().isOpen(now)).isTrue();
            assertThat(house.plans().get("summer").schedule().isOpen(now)).isFalse();
        }
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
    void gateways_speak_for_presence_sensors_and_each_meter_has_its_device() {
        assertThat(of(Device.Kind.GATEWAY)).isNotEmpty().allSatisfy(gateway -> assertThat(gateway.speaksFor())
                .isNotEmpty()
                .allMatch(id -> house.devices().get(id).kind() == Device.Kind.PRESENCE));
        assertThat(of(Device.Kind.METER))
                .extracting(Device::meter)
                .containsExactlyInAnyOrderElementsOf(house.meters().keySet());
    }

    @Test
    void the_parts_of_a_meter_never_draw_more_than_it_lets_through() {
        Map<String, Double> parts = house.meters().values().stream()
                .filter(meter -> meter.medium() == Meter.Medium.ELECTRICITY && meter.parent() != null)
                .collect(groupingBy(meter -> String.valueOf(meter.parent()), summingDouble(HarbourTest::power)));
        assertThat(parts).containsKeys("main", "f1-main", "f2-main", "f3-main", "plant");
        parts.forEach((meter, sum) -> assertThat(sum)
                .as(meter)
                .isLessThanOrEqualTo(power(house.meters().get(meter))));
        assertThat(file.at("/tariffs/0/demandPricePerKw").asDouble()).isPositive();
        assertThat(file.at("/tariffs/0/bands").findValuesAsText("name")).contains("peak", "flat", "valley");
    }

    private List<Device> of(Device.Kind... kinds) {
        return house.devices().values().stream()
                .filter(device -> Set.of(kinds).contains(device.kind()))
                .toList();
    }

    private List<Zone> floors() {
        return house.zones().values().stream()
                .filter(zone -> zone.plan() != null)
                .toList();
    }

    private String drawing(Zone floor) throws IOException {
        return Files.readString(CONFIG.resolve(String.valueOf(floor.plan())));
    }

    private JsonNode only(String list, String key, String value) {
        assertThat(file.path(list))
                .filteredOn(entry -> entry.at(key).asText().equals(value))
                .hasSize(1);
        return file.path(list).findParents(key.substring(1)).stream()
                .filter(entry -> entry.at(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private List<String> doorsTo(String zone) {
        return house.doors().values().stream()
                .filter(door -> door.to().equals(zone))
                .map(Door::id)
                .toList();
    }

    private boolean isReadOnBothSides(String door) {
        return of(Device.Kind.READER).stream()
                        .filter(reader -> door.equals(reader.door()))
                        .map(Device::direction)
                        .distinct()
                        .count()
                == 2;
    }

    private static int capacity(Zone zone) {
        return Objects.requireNonNull(zone.capacity(), zone.id());
    }

    private static double area(Zone zone) {
        return Objects.requireNonNull(zone.areaM2(), zone.id());
    }

    private static double power(Meter meter) {
        return Objects.requireNonNull(meter.maxPowerW(), meter.id());
    }
}
