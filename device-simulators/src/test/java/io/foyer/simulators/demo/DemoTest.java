package io.foyer.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.Places;
import io.foyer.simulators.api.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, as the launcher starts it, with little history. */
@Timeout(360)
class DemoTest {
    private static final ZoneId HARBOUR = ZoneId.of("Asia/Shanghai");
    private static final Pattern READY = Pattern.compile("foyer ready http=(\\S+) mqtt=.*");
    private static final Pattern HISTORY = Pattern.compile("History since (\\S+): ([\\d,]+) messages in .*");

    @TempDir
    Path folder;

    @Test
    void it_is_alive_on_a_saturday_night_and_on_a_holiday_evening_and_never_goes_back_in_time() throws Exception {
        long first;
        try (Running demo = new Running("2026-09-26T19:00:00Z", Map.of())) {
            demo.awaitAlive();
            assertThat(demo.said()).contains("Demo time: it is Thursday 24 September 2026, 10:15");
            awaitPeople(demo);
            assertThat(demo.said())
                    .contains("/wall/harbour   login: wall, password: demo-wall", "password: demo-admin");
            first = demo.history();
            Api wall = new Api(demo.address());
            assertThat(wall.login("wall", "demo-wall")).isTrue();
            JsonNode zones = wall.get("/sites/harbour/occupancy").body().path("zones");
            // A line that is cut just then makes its zone unknown, as it should.
            assertThat(zones)
                    .hasSize(32)
                    .filteredOn(zone -> zone.path("state").asText().equals("ok"))
                    .hasSizeGreaterThan(24)
                    .anyMatch(zone -> zone.path("zone").asText().equals("house"));

            Api desk = new Api(demo.address());
            assertThat(desk.login("desk", "demo-desk")).isTrue();
            assertThat(desk.get("/sites/harbour/members/m-260").status()).isEqualTo(200);
            // By members: over midnight some have today's pass beside yesterday's.
            assertThat(new HashSet<>(desk.get("/sites/harbour/memberships?limit=500")
                            .body()
                            .path("items")
                            .findValuesAsText("member")))
                    .hasSize(260);

            Api energy = new Api(demo.address());
            assertThat(energy.login("energy", "demo-energy")).isTrue();
            await().atMost(Duration.ofSeconds(150)).untilAsserted(() -> assertThat(
                            energy.get("/sites/harbour/energy").body().path("meters"))
                    .allMatch(
                            meter -> Instant.parse(meter.path("asOf").asText()).isAfter(there("2026-09-24T10:15"))));
            assertThat(demo.terminate()).isIn(0, 143);
        }
        assertThat(first).isGreaterThan(5_000);
        try (Running again = new Running("2026-10-01T12:00:00Z", Map.of())) {
            again.awaitAlive();
            assertThat(again.said()).contains("Demo time: it is Wednesday 30 September 2026, 10:15");
            assertThat(again.since()).isAfter(there("2026-09-24T10:15"));
            awaitPeople(again);
            assertThat(again.terminate()).isIn(0, 143);
        }
    }

    /** By the hub's count, and as they come and go. */
    private static void awaitPeople(Running demo) {
        Api desk = new Api(demo.address());
        assertThat(desk.login("desk", "demo-desk")).isTrue();
        String newest = desk.get("/sites/harbour/access-events?limit=1")
                .body()
                .at("/items/0/at")
                .asText();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(desk.get("/sites/harbour/occupancy").body().path("zones"))
                    .filteredOn(zone -> zone.path("zone").asText().equals("house"))
                    .allMatch(house -> house.path("count").asInt() >= 60)
                    .hasSize(1);
            assertThat(desk.get("/sites/harbour/access-events?since=" + newest)
                            .body()
                            .path("items"))
                    .hasSizeGreaterThan(3);
        });
    }

    private static Instant there(String local) {
        return LocalDateTime.parse(local).atZone(HARBOUR).toInstant();
    }

    @Test
    void a_port_in_use_is_told_in_one_message() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Running demo = new Running(
                        Instant.now().toString(), Map.of("FOYER_HTTP_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(demo.awaitExit()).isEqualTo(2);
            assertThat(demo.said())
                    .contains(String.valueOf(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    /** What the hub started is gone with the demo. */
    private final class Running implements AutoCloseable {
        private final Process process;
        private final StringBuffer said = new StringBuffer();

        Running(String visitor, Map<String, String> settings) throws IOException {
            String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dfoyer.hub.classpath=" + HubProcess.classPath(),
                    "-cp",
                    own,
                    DemoAt.class.getName(),
                    visitor));
            words.addAll(List.of("--config", Places.config().toString(), "--history", "P1D"));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(Places.top().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"));
            builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
            builder.environment()
                    .putAll(Map.of(
                            "FOYER_HTTP_PORT", "0",
                            "FOYER_MQTT_PORT", "0",
                            "FOYER_MQTT_WS_PORT", "0",
                            "FOYER_DATA_DIR", folder.resolve("data").toString()));
            builder.environment().putAll(settings);
            process = builder.start();
            Thread reader = new Thread(this::read, "output of the demo");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> said.append(line).append('\n'));
            } catch (IOException | UncheckedIOException closed) {
                said.append(closed).append('\n');
            }
        }

        String said() {
            return said.toString();
        }

        void awaitAlive() {
            await().atMost(Duration.ofSeconds(100)).until(() -> {
                assertThat(process.isAlive()).as(said()).isTrue();
                return said().contains("The house is alive");
            });
        }

        String address() {
            return found(READY, 1);
        }

        long history() {
            return Long.parseLong(found(HISTORY, 2).replace(",", ""));
        }

        Instant since() {
            return LocalDateTime.parse(found(HISTORY, 1)).atZone(HARBOUR).toInstant();
        }

        private String found(Pattern pattern, int group) {
            Matcher matcher = pattern.matcher(said());
            assertThat(matcher.find()).as(said()).isTrue();
            return matcher.group(group);
        }

        int terminate() throws InterruptedException {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            int status = awaitExit();
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            return status;
        }

        int awaitExit() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
        }
    }
}
