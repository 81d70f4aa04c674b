package io.foyer.simulators.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.simulators.sense.Cut;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.sense.Faults;
import io.foyer.simulators.sense.Reporting;
import io.foyer.simulators.sense.Signal;
import io.foyer.simulators.sense.Timeline;
import io.foyer.simulators.sense.Truth;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The hub's counts of simulated weeks and of a recorded room, beside the usual ways of counting: no hub runs. */
final class CountingBench {
    static final String BACKTEST = "io.foyer.hub.backtest.CountingBacktest";

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 12);
    private static final String SITE = "harbour";
    private static final int DAYS = 14;
    private static final int SEEDS = 8;

    /** Meters count nobody, so they speak seldom; all else is as it happens. */
    private static final Reporting REPORTING =
            new Reporting(900, Reporting.LIVE.heartbeat(), Reporting.LIVE.camera(), false);

    private static final Set<String> LEAVES = Set.of("count", "presence");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path config;
    private final Supplier<List<String>> backtest;
    private final PrintStream out;

    /** @param backtest the words that start the hub's tool {@link #BACKTEST} */
    CountingBench(Path config, Supplier<List<String>> backtest, PrintStream out) {
        this.config = config;
        this.backtest = backtest;
        this.out = out;
    }

    private record Line(Instant due, String json) {}

    void print(Path room) throws IOException, InterruptedException {
        try (Workbench bench = new Workbench()) {
            out.printf("The second of two weeks of %d simulated houses, at each fifth minute.%n", SEEDS);
            out.println("Lines miss 3 % of entries and 5 % of exits, and count 1 % twice; all other faults are small.");
            house(bench.folder().resolve("lines"), Faults.LINES);
            out.println("All faults are large: lines miss 2 % and count 1 % twice, cameras, desks and clocks err.");
            house(bench.folder().resolve("large"), Faults.LARGE);
            if (Files.isRegularFile(room)) {
                out.println(
                        "The true counts of a recorded room, by a line that misses 3 and 5 % and counts 1 % twice.");
                backtest(List.of("room", room.toString(), "100"));
            } else {
                out.println("There is no " + room + ", so the recorded room is left out.");
            }
        }
    }

    private void house(Path folder, Faults faults) throws IOException, InterruptedException {
        List<String> runs = simulate(folder, faults, SEEDS, DAYS);
        for (Swiping swiping : Swiping.values()) {
            out.println(swiping.words);
            count(swiping.unbadged, runs);
        }
    }

    /** Writes what the sensors of simulated houses say and who was where; the folders, one a seed. */
    List<String> simulate(Path folder, Faults faults, int seeds, int length) throws IOException {
        Space space = SpaceReader.read(config, SITE);
        Instant from = FIRST.atStartOfDay(space.timeZone()).toInstant();
        Instant until = FIRST.plusDays(length).atStartOfDay(space.timeZone()).toInstant();
        List<String> runs = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            Path run = Files.createDirectories(folder.resolve("seed-" + seed));
            Days days = new Days(space, seed, faults);
            Truth.write(run.resolve("truth.jsonl"), days, from, until);
            signals(run.resolve("signals.jsonl"), new Timeline(days, REPORTING), length);
            runs.add(run.toString());
        }
        return runs;
    }

    /**
     * Prints how the hub counts simulated houses.
     *
     * @param unbadged the share of people who pass a door without a swipe
     */
    void count(String unbadged, List<String> runs) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("house", SITE, unbadged));
        words.addAll(runs);
        backtest(words);
    }

    private enum Swiping {
        ALL("  everybody swipes at every reader", "0"),
        MOST("  one in ten passes behind another one", "0.1"),
        NOBODY("  nobody swipes", "1");

        private final String words;
        private final String unbadged;

        Swiping(String words, String unbadged) {
            this.words = words;
            this.unbadged = unbadged;
        }
    }

    private static void signals(Path file, Timeline timeline, int length) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(length)); date = date.plusDays(1)) {
            Timeline.Sent sent = timeline.of(date);
            for (Signal signal : sent.signals()) {
                if (LEAVES.contains(signal.leaf()) || isPassage(signal)) {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("device", signal.device());
                    said.put("leaf", signal.leaf());
                    said.put("at", signal.at().toString());
                    said.put("due", signal.due().toString());
                    said.put("fields", signal.fields());
                    lines.add(new Line(signal.due(), JSON.writeValueAsString(said)));
                }
            }
            for (Cut cut : sent.cuts()) {
                lines.add(connection(cut.device(), "lost", cut.from()));
                lines.add(connection(cut.device(), "returned", cut.until()));
            }
        }
        lines.sort(Comparator.comparing(Line::due));
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Line line : lines) {
                writer.write(line.json());
                writer.newLine();
            }
        }
    }

    /** A swipe at which the door opened. */
    private static boolean isPassage(Signal signal) {
        return signal.leaf().equals("swipe") && signal.opening() != null;
    }

    private static Line connection(String device, String leaf, Instant at) throws IOException {
        return new Line(at, JSON.writeValueAsString(Map.of("device", device, "leaf", leaf, "due", at.toString())));
    }

    private void backtest(List<String> what) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(backtest.get());
        words.add(config.toString());
        words.addAll(what);
        Process run = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        run.getInputStream().transferTo(out);
        if (run.waitFor() != 0) {
            throw new Refusal("bench: the people could not be counted, see above.");
        }
    }
}
