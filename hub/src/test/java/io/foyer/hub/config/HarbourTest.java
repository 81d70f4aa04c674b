package io.foyer.hub.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.site.DeviceSecrets;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the demo space promises of its rooms, sensors and meters. */
class HarbourTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern RECTANGLE =
            Pattern.compile("<rect id=\"([^\"]+)\" x=\"\\d+\" y=\"\\d+\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final double PIXELS_A_SQUARE_METRE = 1240 * 671 / 600.0;
    private static final Set<String> OWN_PLACES =
            Set.of("hot-desks", "fixed-desks", "quiet", "office", "reading", "lounge", "event", "reception");

    private final Harbour harbour = new Harbour();
    private final SiteDefinition definition = harbour.definition;

    @Test
    void the_house_has_as_many_doors_sensors_and_meters_as_was_promised() {
        assertThat(definition.doors()).hasSizeBetween(18, 24);
        assertThat(definition.meters()).hasSizeBetween(28, 32);
        assertThat(harbour.sensors()).hasSizeBetween(75, 90);
        assertThat(definition.devices().values()).extracting(Device::kind).contains(Device.DeviceKind.values());
    }

    @Test
    void every_device_has_its_trial_password() {
        assertThat(definition.devices().keySet())
                .allSatisfy(
                        id -> assertThat(harbour.setup.secrets().get(id)).isEqualTo(DeviceSecrets.hash("demo-" + id)));
    }

    @Test
    void everything_that_is_shown_to_people_is_named_in_both_languages() {
        assertThat(harbour.file.findValues("name"))
                .filteredOn(JsonNode::isObject)
                .hasSizeGreaterThan(90)
                .allMatch(name -> name.hasNonNull("zh") && name.hasNonNull("en"));
    }

    @Test
    void a_drawing_shows_the_zones_and_desks_of_its_floor_and_nothing_else_by_id() throws IOException {
        for (Zone floor : harbour.floors()) {
            Set<String> expected = definition.zones().keySet().stream()
                    .filter(zone -> !zone.equals(floor.id()) && definition.isWithin(zone, floor.id()))
                    .collect(toSet());
            harbour.of(Device.DeviceKind.PRESENCE).stream()
                    .filter(desk -> definition.isWithin(String.valueOf(desk.zone()), floor.id()))
                    .forEach(desk -> expected.add(desk.id()));

            assertThat(ID.matcher(harbour.drawing(floor)).results().map(id -> id.group(1)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void areas_are_those_of_the_drawings() throws IOException {
        for (Zone floor : harbour.floors()) {
            for (MatchResult shape :
                    RECTANGLE.matcher(harbour.drawing(floor)).results().toList()) {
                Zone zone = definition.zones().get(shape.group(1));
                double pixels = Double.parseDouble(shape.group(2)) * Double.parseDouble(shape.group(3));
                assertThat(zone == null || Math.abs(zone.areaM2() - pixels / PIXELS_A_SQUARE_METRE) < 1)
                        .isTrue();
            }
        }
    }

    @Test
    void the_floors_sum_to_the_house_and_no_zone_exceeds_the_one_that_holds_it() {
        Zone whole = definition.zones().get("house");
        assertThat(harbour.floors().stream().mapToInt(Zone::capacity).sum()).isEqualTo(whole.capacity());
        assertThat(harbour.floors().stream().mapToDouble(Zone::areaM2).sum()).isEqualTo(whole.areaM2());
        for (Zone zone : definition.zones().values()) {
            List<Zone> parts = harbour.partsOf(zone);
            assertThat(parts).allSatisfy(part -> assertThat(part.capacity()).isLessThanOrEqualTo(zone.capacity()));
            assertThat(parts.stream().mapToDouble(Zone::areaM2).sum()).isLessThanOrEqualTo(zone.areaM2());
        }
        for (Zone floor : harbour.floors()) {
            Stream<Zone> own = harbour.partsOf(floor).stream().filter(part -> OWN_PLACES.contains(part.kind()));
            assertThat(own.mapToInt(Zone::capacity).sum()).as(floor.id()).isEqualTo(floor.capacity());
        }
    }

    @Test
    void every_zone_is_measured() {
        Set<String> measured = harbour.sensors().stream()
                .flatMap(sensor -> Stream.of(sensor.from(), sensor.to(), sensor.zone()))
                .collect(toSet());
        assertThat(definition.zones().keySet())
                .allMatch(zone -> measured.stream().anyMatch(part -> definition.isWithin(part, zone)));
    }

    @Test
    void every_zone_can_be_reached_from_outside_and_every_floor_left_by_two_doors() {
        Set<String> closed = definition.doors().values().stream().map(Door::to).collect(toSet());
        harbour.floors().forEach(floor -> closed.add(floor.id()));
        Set<String> reached = new HashSet<>(Set.of(Zone.OUTSIDE));
        for (int round = 0; round < definition.zones().size(); round++) {
            definition.doors().values().stream()
                    .filter(door -> reached.contains(door.from()))
                    .forEach(door -> reached.add(door.to()));
            for (Zone zone : definition.zones().values()) {
                if (zone.parent() != null && reached.contains(zone.id())) {
                    reached.add(zone.parent());
                } else if (reached.contains(zone.parent()) && !closed.contains(zone.id())) {
                    reached.add(zone.id());
                }
            }
        }
        assertThat(reached).containsAll(definition.zones().keySet());
        assertThat(harbour.floors())
                .allSatisfy(floor -> assertThat(definition.doors().values())
                        .filteredOn(door -> definition.isWithin(door.to(), floor.id())
                                && !definition.isWithin(door.from(), floor.id()))
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void gateways_speak_for_sensors_and_each_meter_has_its_device() {
        assertThat(harbour.of(Device.DeviceKind.GATEWAY))
                .flatMap(Device::speaksFor)
                .isNotEmpty()
                .allMatch(id -> harbour.sensors().contains(definition.devices().get(id)));
        assertThat(harbour.of(Device.DeviceKind.METER))
                .extracting(Device::meter)
                .containsExactlyInAnyOrderElementsOf(definition.meters().keySet());
    }

    @Test
    void the_parts_of_a_meter_never_draw_more_than_it_lets_through() {
        Map<String, Double> parts = definition.meters().values().stream()
                .filter(meter -> meter.medium() == Meter.Medium.ELECTRICITY && meter.parent() != null)
                .collect(groupingBy(meter -> String.valueOf(meter.parent()), summingDouble(Meter::maxPowerW)));
        assertThat(parts).containsKeys("main", "f1-main", "f2-main", "f3-main", "plant");
        assertThat(parts).allSatisfy((meter, sum) -> assertThat(sum)
                .isLessThanOrEqualTo(definition.meters().get(meter).maxPowerW()));
        assertThat(harbour.file.at("/tariffs/0/demand/contractedKw").asDouble()).isPositive();
        assertThat(harbour.file.at("/tariffs/0/bands").findValuesAsText("name")).contains("peak", "flat", "valley");
    }
}
