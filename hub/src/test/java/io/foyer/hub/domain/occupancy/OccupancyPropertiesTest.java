package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class OccupancyPropertiesTest {
    /** Something happens to the device, {@code minutes} after the one before. */
    record Event(String device, int what, int in, int out, int minutes, int delay) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.of("cam", "front", "side", "desk-1", "desk-2"),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.integers().between(0, 4)),
                                Tuple.of(1, Arbitraries.integers().between(20, 90))),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 200))))
                .as(Event::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void a_zone_is_the_sum_of_the_zones_in_it_where_only_they_are_measured(@ForAll("events") List<Event> events) {
        Building building = play(events);
        Integer lounge = building.count("lounge");
        Integer desks = building.count("desks");
        Integer floor = building.count("f2");
        if (lounge == null && desks == null) {
            assertThat(floor).isNull();
        } else {
            assertThat(floor).isEqualTo((lounge == null ? 0 : lounge) + (desks == null ? 0 : desks));
        }
    }

    @Property
    void the_past_is_the_sum_of_its_parts_of_connected_sensors_also_where_messages_come_late(
            @ForAll("events") List<Event> events) {
        List<Event> counts = events.stream().filter(event -> event.what() > 1).toList();
        List<String> devices = List.of("cam", "front", "side", "desk-1", "desk-2");
        Building building = play(counts, one -> devices.forEach(device -> one.occupancy.connected(device)));
        Set<Instant> instants = new TreeSet<>();
        building.points.values().forEach(points -> instants.addAll(points.keySet()));
        for (Instant at : instants) {
            Integer whole = past(building, "f2", at);
            Integer lounge = past(building, "lounge", at);
            Integer desks = past(building, "desks", at);
            if (whole != null && lounge != null && desks != null) {
                assertThat(whole).as("at %s", at).isEqualTo(lounge + desks);
            }
        }
    }

    @Example
    void a_late_count_is_in_the_past_of_a_floor_of_which_nothing_is_known_any_more() {
        the_past_is_the_sum_of_its_parts_of_connected_sensors_also_where_messages_come_late(
                List.of(new Event("desk-1", 2, 0, 0, 0, 61), new Event("cam", 2, 1, 0, 20, 22)));
    }

    private static @Nullable Integer past(Building building, String zone, Instant at) {
        Map.Entry<Instant, CountPoint> point =
                building.points.getOrDefault(zone, new TreeMap<>()).floorEntry(at);
        return point == null ? null : point.getValue().count();
    }

    @Property
    void the_present_is_the_end_of_the_past_where_nothing_came_late(@ForAll("events") List<Event> events) {
        List<Event> inTime = events.stream()
                .map(e -> new Event(e.device(), e.what(), e.in(), e.out(), e.minutes(), 0))
                .toList();
        Building building = play(inTime);
        for (ZoneCount zone : building.occupancy.all()) {
            TreeMap<Instant, CountPoint> points = building.points.getOrDefault(zone.zone(), new TreeMap<>());
            assertThat(points.isEmpty() ? null : points.lastEntry().getValue().count())
                    .isEqualTo(zone.count());
        }
    }

    @Property
    void who_passes_is_in_the_history_when_they_did_however_late_it_is_told(@ForAll("events") List<Event> events) {
        List<Event> ofOne =
                events.stream().filter(event -> !event.device().equals("front")).toList();
        TreeMap<Instant, Integer> entered = new TreeMap<>();
        double now = 0;
        for (Event event : ofOne) {
            now += event.minutes() + 1 / 60.0;
            if (event.device().equals("side") && event.what() > 1 && event.in() > 0) {
                entered.merge(Building.minute(now - event.delay()), event.in(), Integer::sum);
            }
        }
        TreeMap<Instant, Integer> told = new TreeMap<>();
        play(ofOne).points.getOrDefault("f1", new TreeMap<>()).forEach((at, point) -> {
            if (point.entries() > 0) {
                told.put(at, point.entries());
            }
        });
        assertThat(told).isEqualTo(entered);
    }

    private static Building play(List<Event> events) {
        return play(events, building -> {});
    }

    private static Building play(List<Event> events, Consumer<Building> after) {
        Building building = new Building()
                .zone("house", null)
                .zone("f1", "house")
                .zone("f2", "house")
                .zone("lounge", "f2")
                .zone("desks", "f2")
                .counter("cam", "lounge")
                .desk("desk-1", "desks")
                .desk("desk-2", "desks")
                .line("front", "outside", "f1")
                .line("side", "outside", "f1");
        Map<String, long[]> totals = Map.of("front", new long[2], "side", new long[2]);
        double now = 0;
        for (Event event : events) {
            now += event.minutes() + 1 / 60.0;
            building.tick(now);
            Instant at = Building.minute(now);
            if (event.what() <= 1) {
                boolean online = event.what() == 1;
                building.keep(effects -> building.occupancy.status(event.device(), online, at, effects));
            } else {
                Message message = message(event, totals);
                if (event.delay() == 0) {
                    building.hear(event.device(), now, message);
                } else {
                    building.late(event.device(), now - event.delay(), now, message);
                }
            }
            after.accept(building);
        }
        building.tick(now);
        return building;
    }

    private static Message message(Event event, Map<String, long[]> totals) {
        return switch (event.device()) {
            case "cam" -> new HeadCount(event.in());
            case "desk-1", "desk-2" -> new SeatPresence(event.in() > 4);
            case "front" -> {
                long[] total = totals.get("front");
                total[0] += event.in();
                total[1] += event.out();
                yield new CounterTotals(total[0], total[1]);
            }
            default -> new CounterSteps(event.in(), event.out());
        };
    }
}
