package io.foyer.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.simulators.HubStandIn;
import io.foyer.simulators.HubStandIn.Received;
import io.foyer.simulators.Main;
import io.foyer.simulators.Places;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReplayTest {
    private static final int ROWS = 500;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path trace;
    private Path map;

    @BeforeEach
    void write() {
        StringBuilder csv = new StringBuilder("at,people,kwh\n");
        Instant start = Instant.parse("2021-09-07T00:00:00Z");
        for (int row = 0; row < ROWS; row++) {
            String at = start.plusSeconds(300L * row).toString().replace('T', ' ');
            csv.append(at, 0, 16).append(',').append(row % 30).append(",0.25\n");
        }
        TestTrace files = new TestTrace(folder);
        trace = files.file("trace.csv", csv.toString());
        map = files.file("map.yaml", TestTrace.ENERGY_MAP);
    }

    @Test
    void every_message_arrives_as_recorded_and_each_device_is_summed_up() {
        try (HubStandIn hub = new HubStandIn()) {
            assertThat(replay(hub, "--as-recorded")).isZero();

            assertThat(hub.all()).hasSize(2 * ROWS + 1);
            Received last = lastOf("room1-lighting", hub);
            assertThat(last.topic()).isEqualTo("foyer/replay/room1-lighting/meter");
            assertThat(last.body().getString("at")).isEqualTo("2021-09-08T09:40:00Z");
            assertThat(last.body().getDouble("energyKwh")).isEqualTo(125);
            assertThat(lastOf("room1-count", hub).topic()).isEqualTo("foyer/replay/room1-count/count");
            assertThat(text(out))
                    .contains("room1-count                    500 messages acknowledged,"
                            + " 2021-09-07T00:00+08:00 to 2021-09-08T17:35+08:00")
                    .contains("room1-lighting                 501 messages acknowledged");
            assertThat(text(err)).contains("replay: 500 of 500 rows, 100 %").contains("0:00:00 left");
        }
    }

    @Test
    void a_connection_lost_on_the_way_loses_nothing_and_repeats_only_known_ids() {
        try (HubStandIn hub = new HubStandIn(0, 300)) {
            assertThat(replay(hub, "--as-recorded")).isZero();

            Set<String> distinct = new LinkedHashSet<>();
            hub.all()
                    .forEach(message ->
                            distinct.add(message.device() + message.body().getString("id")));
            assertThat(distinct).hasSize(2 * ROWS + 1);
            assertThat(hub.all().size()).isBetween(2 * ROWS + 2, 2 * ROWS + 1 + Playback.WINDOW);
        }
    }

    @Test
    void no_device_runs_ahead_of_one_that_waits_for_its_acknowledgement() throws Exception {
        try (HubStandIn hub = new HubStandIn()) {
            hub.holdAcknowledgements();
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> replay(hub, "--as-recorded"));
            List<Received> window = new ArrayList<>();
            for (int message = 0; message < Playback.WINDOW; message++) {
                window.add(hub.next());
            }
            assertThat(hub.isQuiet(300)).isTrue();

            window.subList(1, Playback.WINDOW).forEach(Received::acknowledge);
            assertThat(hub.isQuiet(300)).isTrue();

            assertThat(status).isNotDone();
            hub.acknowledgeAtOnce();
            window.get(0).acknowledge();
            assertThat(status.get()).isZero();
            assertThat(hub.all()).hasSize(2 * ROWS + 1);
        }
    }

    @Test
    void without_as_recorded_the_first_row_is_now_and_the_rest_follows_at_the_asked_speed() {
        try (HubStandIn hub = new HubStandIn()) {
            Instant before = Instant.now();
            assertThat(replay(hub, "--speed", "100000")).isZero();
            Instant after = Instant.now();

            Instant first = Instant.parse(hub.all().get(0).body().getString("at"));
            Instant last = Instant.parse(lastOf("room1-lighting", hub).body().getString("at"));
            assertThat(first).isBetween(before.truncatedTo(ChronoUnit.MILLIS), after);
            assertThat(last.toEpochMilli() - first.toEpochMilli()).isCloseTo(300L * ROWS / 100, within(1L));
            assertThat(after).isAfterOrEqualTo(last);
        }
    }

    @Test
    void as_recorded_with_a_speed_is_paced_and_keeps_its_time_stamps() {
        try (HubStandIn hub = new HubStandIn()) {
            Instant before = Instant.now();
            assertThat(replay(hub, "--as-recorded", "--speed", "100000")).isZero();

            assertThat(Instant.now()).isAfter(before.plusMillis(300L * ROWS / 100));
            assertThat(hub.all().get(0).body().getString("at")).isEqualTo("2021-09-06T16:00:00Z");
        }
    }

    @Test
    void a_refused_login_ends_the_replay_with_status_2() {
        TestTrace files = new TestTrace(folder);
        Path config = folder.resolve("config");
        config.resolve("sites").toFile().mkdirs();
        files.file("config/sites/replay.yaml", """
                site: replay
                timeZone: Asia/Singapore
                devices:
                  - {id: room1-count, password: demo-room1-count}
                  - {id: room1-lighting, password: guessed}
                """);
        try (HubStandIn hub = new HubStandIn()) {
            int status = Main.run(
                    List.of(
                            "replay",
                            "--as-recorded",
                            trace.toString(),
                            "--map",
                            map.toString(),
                            "--config",
                            config.toString()),
                    hub.environment(),
                    new PrintStream(out),
                    new PrintStream(err));

            assertThat(status).isEqualTo(2);
            assertThat(text(err))
                    .contains("refuses the login of device replay/room1-lighting")
                    .hasLineCount(1);
            assertThat(hub.all()).isEmpty();
        }
    }

    private int replay(HubStandIn hub, String... flags) {
        List<String> words = new ArrayList<>(List.of("replay", trace.toString(), "--map", map.toString()));
        words.addAll(List.of("--config", Places.config().toString()));
        words.addAll(List.of(flags));
        return Main.run(words, hub.environment(), new PrintStream(out), new PrintStream(err));
    }

    /** Each device has a connection of its own, and only within one is there an order. */
    private static Received lastOf(String device, HubStandIn hub) {
        List<Received> messages = hub.all().stream()
                .filter(message -> message.device().equals(device))
                .toList();
        return messages.get(messages.size() - 1);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
