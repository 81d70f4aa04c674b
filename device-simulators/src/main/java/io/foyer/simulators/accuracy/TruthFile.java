package io.foyer.simulators.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.simulators.setting.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a simulation wrote down as true, by quarter-hours. */
final class TruthFile {
    static final Duration QUARTER = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, TreeMap<Instant, Integer>> people = new LinkedHashMap<>();
    private final Map<String, Map<Instant, Double>> energy = new LinkedHashMap<>();
    private Instant from = Instant.MAX;
    private Instant until = Instant.MIN;

    static TruthFile read(Path path) {
        TruthFile truth = new TruthFile();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                truth.take(JSON.readTree(line));
            }
        } catch (IOException | DateTimeException wrong) {
            throw new Refusal(path + ": line " + number
                    + ": is no truth of a simulation. Write one with ./foyer simulate" + " --truth FILE.");
        }
        return truth;
    }

    private void take(JsonNode line) {
        switch (line.path("kind").asText()) {
            case "people" ->
                people.computeIfAbsent(line.path("zone").asText(), zone -> new TreeMap<>())
                        .put(
                                Instant.parse(line.path("at").asText()),
                                line.path("count").asInt());
            case "energy" -> {
                Instant at = Instant.parse(line.path("at").asText());
                from = at.isBefore(from) ? at : from;
                until = at.plus(QUARTER).isAfter(until) ? at.plus(QUARTER) : until;
                energy.computeIfAbsent(line.path("meter").asText(), meter -> new TreeMap<>())
                        .put(at, line.path("quantity").asDouble());
            }
            default -> {} // stays are for other uses
        }
    }

    /** The first and the last whole quarter-hour: from, and until. */
    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    /** By zone and quarter-hour, the mean number of people. */
    Map<String, Map<Instant, Double>> people() {
        Map<String, Map<Instant, Double>> means = new LinkedHashMap<>();
        people.forEach((zone, counts) -> means.put(zone, means(counts)));
        return means;
    }

    /** By meter and quarter-hour, what was used. */
    Map<String, Map<Instant, Double>> energy() {
        return energy;
    }

    private Map<Instant, Double> means(NavigableMap<Instant, Integer> counts) {
        Map<Instant, Double> means = new TreeMap<>();
        for (Instant quarter = from; quarter.isBefore(until); quarter = quarter.plus(QUARTER)) {
            Instant end = quarter.plus(QUARTER);
            Instant at = quarter;
            Map.Entry<Instant, Integer> standing = counts.floorEntry(quarter);
            int now = standing == null ? 0 : standing.getValue();
            double seconds = 0;
            for (Map.Entry<Instant, Integer> change :
                    counts.subMap(quarter, false, end, false).entrySet()) {
                seconds += now * (double) Duration.between(at, change.getKey()).toSeconds();
                at = change.getKey();
                now = change.getValue();
            }
            seconds += now * (double) Duration.between(at, end).toSeconds();
            means.put(quarter, seconds / QUARTER.toSeconds());
        }
        return means;
    }
}
