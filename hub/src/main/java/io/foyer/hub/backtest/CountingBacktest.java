package io.foyer.hub.backtest;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts people whose number is known, beside the usual ways of counting from lines. The first word is the folder of the
 * hub's configuration, the second {@code room} or {@code house}. Then comes the file of a recorded room and how many seeds
 * to try; or the site and the folders of its simulated days, one a seed.
 */
public final class CountingBacktest {
    private CountingBacktest() {}

    public static void main(String[] words) throws IOException {
        Path config = Path.of(words[0]);
        if (words[1].equals("room")) {
            room(site(config, "replay"), RecordedRoom.read(Path.of(words[2])), Integer.parseInt(words[3]), System.out);
        } else {
            house(site(config, words[2]), List.of(words).subList(3, words.length), System.out);
        }
    }

    private static SiteDefinition site(Path config, String site) {
        return Configuration.read(config, false).stream()
                .map(setup -> setup.definition())
                .filter(definition -> definition.site().equals(site))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(config + " has no site " + site));
    }

    private static void room(SiteDefinition site, RecordedRoom room, int seeds, PrintStream out) {
        CountingScore score = new CountingScore("recorded room, " + seeds + " seeds");
        for (int seed = 1; seed <= seeds; seed++) {
            // The room stands where the site of recordings has a line.
            room.count(site, "calit2", "calit2-door", LineErrors.USUAL, seed, score);
        }
        out.println(score.line());
    }

    private static void house(SiteDefinition site, List<String> folders, PrintStream out) throws IOException {
        Map<String, CountingScore> scores = new LinkedHashMap<>();
        for (String folder : folders) {
            SimulatedRun run = new SimulatedRun(site);
            run.read(Path.of(folder));
            site.zones().keySet().forEach(zone -> run.score(zone, scores.computeIfAbsent(zone, CountingScore::new)));
        }
        out.println(CountingScore.head());
        scores.values().forEach(score -> out.println(score.line()));
    }
}
