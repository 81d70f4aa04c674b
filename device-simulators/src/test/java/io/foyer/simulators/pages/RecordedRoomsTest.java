package io.foyer.simulators.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.Main;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the recorded rooms, after the real replay through MQTT into a fresh hub, as the API tells it. */
class RecordedRoomsTest {
    private static final String SITE = "/api/v1/sites/replay";
    private static final String ROBOD = "&from=2021-08-31T16:00:00Z&to=2021-12-31T16:00:00Z";
    private static final String STEEL = "&from=2017-12-31T16:00:00Z&to=2018-12-31T16:00:00Z";
    private static final String CALIT2 = "&from=2005-07-01T00:00:00Z&to=2005-12-01T00:00:00Z";

    @TempDir
    static Path data;

    private static HubProcess hub;
    private static Api api;

    @BeforeAll
    static void start() {
        Places.recorded("README.md");
        hub = HubProcess.start(Places.config(), data);
        api = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void the_lecture_room_used_54_percent_of_its_light_and_sockets_while_nobody_was_there() {
        replay("robod-room1");

        JsonNode waste = get("/energy/waste?zone=room1" + ROBOD);
        assertThat(waste.path("total").asDouble()).isCloseTo(1131.6, withinPercentage(0.5));
        assertThat(waste.path("quantity").asDouble()).isCloseTo(614.0, withinPercentage(0.5));
        assertThat(waste.path("share").asDouble()).isCloseTo(0.543, Offset.offset(0.005));
        assertThat(energy("zone=room1" + ROBOD)).isCloseTo(1131.6, withinPercentage(0.5));
        assertThat(items("/occupancy/history?zone=room1&step=1d" + ROBOD))
                .extracting(day -> day.path("max").asInt())
                .contains(38)
                .allMatch(most -> most >= 0 && most <= 38);
    }

    @Test
    void the_plant_used_959636_71_kwh_and_most_in_the_quarter_from_half_past_nine_on_22_november() {
        replay("steel-15min");

        assertThat(energy("meter=plant" + STEEL)).isCloseTo(959636.71, withinPercentage(0.01));
        List<JsonNode> quarters = items("/energy/history?meter=plant&step=15m" + STEEL);
        assertThat(quarters).hasSize(35_040);
        JsonNode highest = highest(quarters);
        assertThat(highest.path("at").asText()).isEqualTo("2018-11-22T01:30:00Z");
        assertThat(highest.path("maxDemandKw").asDouble()).isEqualTo(628.72);
        assertThat(highest.path("estimated").asBoolean()).isFalse();
        JsonNode month = highest(items("/energy/history?meter=plant&step=1mo" + STEEL));
        assertThat(month.path("at").asText()).isEqualTo("2018-10-31T16:00:00Z");
        assertThat(month.path("demandAt").asText()).isEqualTo("2018-11-22T01:30:00Z");
    }

    @Test
    void a_second_replay_of_the_same_file_changes_nothing() {
        List<String> questions = List.of(
                "/energy/waste?zone=room1" + ROBOD,
                "/energy/history?zone=room1&step=15m" + ROBOD,
                "/occupancy/history?zone=room1&step=5m" + ROBOD);
        replay("robod-room1");
        List<JsonNode> once = questions.stream().map(RecordedRoomsTest::get).toList();

        replay("robod-room1");

        assertThat(questions.stream().map(RecordedRoomsTest::get).toList()).isEqualTo(once);
        assertThat(once.get(1).path("items")).isNotEmpty();
    }

    @Test
    void the_office_building_is_never_less_than_empty_though_its_counter_drifts() {
        replay("calit2-people-counts");

        List<JsonNode> quarters = items("/occupancy/history?zone=calit2&step=15m" + CALIT2);
        assertThat(quarters).hasSizeGreaterThan(10_000);
        assertThat(quarters)
                .allMatch(step -> !step.hasNonNull("max") || step.path("max").asInt() >= 0);
        assertThat(quarters)
                .allMatch(step -> !step.hasNonNull("mean") || step.path("mean").asDouble() >= 0);
        assertThat(quarters.stream()
                        .mapToInt(step -> step.path("entries").asInt())
                        .sum())
                .isEqualTo(rows("calit2-people-counts").stream()
                        .mapToInt(row -> Integer.parseInt(row[1]))
                        .sum());
    }

    @Test
    void the_122_badges_are_in_the_trail_each_read_at_its_zone() {
        replay("vast2016-badges");

        List<JsonNode> events = items("/access-events?limit=500");
        assertThat(events.stream()
                        .map(event -> event.path("credential").asText())
                        .distinct())
                .hasSize(122);
        Map<String, Long> byReader = events.stream()
                .collect(Collectors.groupingBy(event -> event.path("device").asText(), Collectors.counting()));
        assertThat(byReader).hasSize(20).isEqualTo(readsByZone());
        assertThat(events).allMatch(event -> event.path("outcome").asText().equals("granted"));
        for (JsonNode zone : get("/occupancy").path("zones")) {
            assertThat(zone.path("count").asInt()).isBetween(0, 1_000);
        }
    }

    private static Map<String, Long> readsByZone() {
        return rows("vast2016-badges").stream()
                .map(row -> "vast-" + row[3].strip() + "-"
                        + row[4].strip().toLowerCase().replace(' ', '-'))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String[]> rows(String name) {
        try (var lines = Files.lines(Places.recorded(name + ".csv"))) {
            return lines.skip(1).map(line -> line.split(",")).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void replay(String name) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of(
                "replay",
                Places.recorded(name + ".csv").toString(),
                "--as-recorded",
                "--config",
                Places.config().toString());
        PrintStream silent = new PrintStream(new ByteArrayOutputStream());
        assertThat(Main.run(words, hub.environment(), silent, new PrintStream(err)))
                .as(() -> err.toString(StandardCharsets.UTF_8) + hub.output())
                .isZero();
    }

    private static JsonNode get(String path) {
        return api.get(SITE + path).ok();
    }

    /** A whole list, by its cursor. */
    private static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("cursor")
                    ? "&cursor=" + URLEncoder.encode(page.path("cursor").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private static double energy(String asked) {
        return items("/energy/history?step=1mo&" + asked).stream()
                .mapToDouble(month -> month.path("quantity").asDouble())
                .sum();
    }

    private static JsonNode highest(List<JsonNode> items) {
        JsonNode highest = items.get(0);
        for (JsonNode item : items) {
            highest = item.path("maxDemandKw").asDouble()
                            > highest.path("maxDemandKw").asDouble()
                    ? item
                    : highest;
        }
        return highest;
    }
}
