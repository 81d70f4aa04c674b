package io.foyer.simulators.bench;

import io.foyer.simulators.setting.HubJava;
import io.foyer.simulators.setting.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hub's own look at recorded data, in a JVM with the hub's class path: no hub runs. */
final class RecordedBench {
    private final RecordedData data;
    private final Path recorded;
    private final PrintStream out;

    /** Which data, and what of the hub looks at them. */
    enum RecordedData {
        FORECAST(
                "io.foyer.hub.backtest.ForecastBacktest",
                "the data set CalIt2 of the UCI repository (doi 10.24432/C5NG78) as lines of timestamp,in,out behind a"
                        + " heading, every half hour from a midnight on"),
        BASELINE(
                "io.foyer.hub.backtest.BaselineBacktest",
                "the data set Steel Industry Energy Consumption of the UCI repository (doi 10.24432/C52G8C) as lines of"
                        + " date,Usage_kWh,... behind a heading, every quarter-hour of 2018");

        private final String tool;
        private final String words;

        RecordedData(String tool, String words) {
            this.tool = tool;
            this.words = words;
        }

        private String command() {
            return "./foyer bench " + name().toLowerCase(Locale.ROOT) + " FILE";
        }
    }

    RecordedBench(RecordedData data, Path recorded, PrintStream out) {
        this.data = data;
        this.recorded = recorded;
        this.out = out;
    }

    void print() throws IOException, InterruptedException {
        if (!Files.isRegularFile(recorded)) {
            throw new Refusal("bench: there is no " + recorded + ". Give the file: " + data.command() + ". It is "
                    + data.words + ".");
        }
        List<String> words = new ArrayList<>(HubJava.tool(data.tool));
        words.add(recorded.toString());
        Process backtest = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        backtest.getInputStream().transferTo(out);
        if (backtest.waitFor() != 0) {
            throw new Refusal("bench: " + recorded + " could not be read, see above. It must be " + data.words + ".");
        }
    }
}
