package io.foyer.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.simulators.bench.RecordedBench.RecordedData;
import io.foyer.simulators.e2e.HubProcess;
import io.foyer.simulators.setting.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    /** As short as it can be: whether all of it works, not how fast anything is. */
    private static final Scale TINY =
            new Scale(10, 4, 2, 50, 200, 20, 10, Duration.ofMillis(500), Duration.ofMillis(500), 1, 1);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_benchmark_runs_to_its_end_and_leaves_a_table_and_json() throws IOException {
        Path results = folder.resolve("bench.json");

        bench(results).run("all");

        JsonNode report = new ObjectMapper().readTree(results.toFile());
        assertThat(figure(report, "ingest", "acknowledged").path("hub").asDouble())
                .isPositive();
        assertThat(figure(report, "ingest", "acknowledged").path("ratio").asDouble())
                .isPositive();
        assertThat(figure(report, "swipe", "idle, p99").path("hub").asDouble()).isPositive();
        assertThat(figure(report, "swipe", "beside 200/s, really sent")
                        .path("hub")
                        .asDouble())
                .isBetween(1.0, 250.0);
        assertThat(figure(report, "start", "warm, slowest").path("hub").asDouble())
                .isPositive();
        assertThat(report.path("machine").path("cores").asInt()).isPositive();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ingest: acknowledged", "swipe: idle, p50", "start: warm", results.toString());
        assertThat(ProcessHandle.current()
                        .children()
                        .map(child -> child.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains("io.foyer.hub.Main") && command.contains("foyer-bench"));
    }

    @Test
    void every_viewer_of_a_live_feed_is_told_each_change() throws IOException {
        Path results = folder.resolve("fanout.json");

        bench(results).run("fanout");

        JsonNode report = new ObjectMapper().readTree(results.toFile());
        assertThat(figure(report, "fanout", "frames of one core").path("ratio").asDouble())
                .isPositive();
        assertThat(figure(report, "fanout", "change to viewer, p99").path("hub").asDouble())
                .isPositive();
    }

    @Test
    void people_swipe_and_are_answered_whatever_strangers_do() throws IOException {
        Path results = folder.resolve("abuse.json");

        bench(results).run("abuse");

        JsonNode report = new ObjectMapper().readTree(results.toFile());
        assertThat(report.path("rows")).hasSize(20).allSatisfy(row -> {
            assertThat(row.path("hub").asDouble()).isPositive();
            assertThat(row.path("base").asDouble()).isPositive();
        });
    }

    @Test
    void a_name_that_is_no_benchmark_is_refused_before_anything_starts() {
        assertThatThrownBy(() -> bench(folder.resolve("none.json")).run("speed"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'speed' is no benchmark")
                .hasMessageContaining("swipe, ingest, start, all, abuse");
    }

    @Test
    void a_workbench_leaves_nothing_behind_and_ends_the_latest_first() throws IOException {
        List<String> ended = new ArrayList<>();
        Path left;
        try (Workbench workbench = new Workbench()) {
            left = workbench.folder();
            Files.writeString(Files.createDirectory(left.resolve("data")).resolve("file"), "x");
            workbench.keep(() -> () -> ended.add("first"));
            workbench.keep(() -> () -> ended.add("second"));
        }

        assertThat(left).doesNotExist();
        assertThat(ended).containsExactly("second", "first");
    }

    @Test
    void a_backtest_without_recorded_data_says_which_file_it_wants() {
        for (RecordedData data : RecordedData.values()) {
            assertThatThrownBy(() -> new RecordedBench(data, folder.resolve("data.csv"), new PrintStream(out)).print())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("./foyer bench " + data.name().toLowerCase(Locale.ROOT) + " FILE");
        }
    }

    private Bench bench(Path results) {
        return new Bench(
                () -> List.of(java(), "-Xmx512m", "-cp", HubProcess.classPath(), "io.foyer.hub.Main"),
                TINY,
                results,
                new PrintStream(out));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static JsonNode figure(JsonNode report, String bench, String figure) {
        for (JsonNode row : report.path("rows")) {
            if (row.path("bench").asText().equals(bench)
                    && row.path("figure").asText().equals(figure)) {
                return row;
            }
        }
        throw new AssertionError("no figure " + bench + ": " + figure + " in " + report);
    }
}
