package io.foyer.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.HubProcess;
import io.foyer.simulators.sense.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub makes of simulated days, where the truth is known; no hub runs. */
class CountingBenchTest {
    @TempDir
    Path folder;

    private String counted(Faults faults, int seeds, int days, String unbadged)
            throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> backtest = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                HubProcess.classPath(),
                CountingBench.BACKTEST);
        CountingBench bench = new CountingBench(Places.config(), () -> backtest, new PrintStream(out));
        bench.count(unbadged, bench.simulate(folder, faults, seeds, days));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_truth_lies_in_the_range_shown_with_nine_chances_in_ten() throws Exception {
        String table = counted(Faults.LARGE, 1, 14, "0.1");
        assertThat(inRange(table, "house")).isBetween(85.0, 97.0);
        assertThat(inRange(table, "floors")).isBetween(85.0, 97.0);
        assertThat(inRange(table, "zones with a camera")).isBetween(85.0, 97.0);
        assertThat(inRange(table, "zones with seats alone")).isBetween(85.0, 97.0);
        // A person more or less holds them nearly always, and none would hold them too seldom.
        assertThat(inRange(table, "zones with a line alone")).isBetween(85.0, 99.0);
    }

    @Test
    void no_sensor_is_held_for_bad_on_days_on_which_all_are_well() throws Exception {
        assertThat(counted(Faults.SMALL, 2, 4, "0")).contains("house").doesNotContain("told of a sensor");
    }

    private static double inRange(String table, String zones) {
        Matcher row =
                Pattern.compile("(?m)^" + zones + " .* ([0-9.]+) % +[0-9.]+ %$").matcher(table);
        assertThat(row.find()).as(table).isTrue();
        return Double.parseDouble(row.group(1));
    }
}
