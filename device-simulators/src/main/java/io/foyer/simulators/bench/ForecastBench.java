package io.foyer.simulators.bench;

import io.foyer.simulators.setting.HubJava;
import io.foyer.simulators.setting.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hub's own forecast on recorded counts, in a JVM with the hub's class path: no hub runs. */
final class ForecastBench {
    private final Path recorded;
    private final PrintStream out;

    ForecastBench(Path recorded, PrintStream out) {
        this.recorded = recorded;
        this.out = out;
    }

    void print() throws IOException, InterruptedException {
        if (!Files.isRegularFile(recorded)) {
            throw new Refusal("bench: there is no " + recorded + ". Give the file of recorded counts:"
                    + " ./foyer bench forecast FILE. It is the data set CalIt2 of the UCI repository (doi 10.24432/C5NG78)"
                    + " as lines of timestamp,in,out behind a heading.");
        }
        List<String> words = new ArrayList<>(HubJava.tool("io.foyer.hub.backtest.ForecastBacktest"));
        words.add(recorded.toString());
        Process backtest = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        backtest.getInputStream().transferTo(out);
        if (backtest.waitFor() != 0) {
            throw new Refusal("bench: " + recorded + " could not be forecast, see above."
                    + " It must have lines of timestamp,in,out behind a heading, every half hour from a midnight on.");
        }
    }
}
