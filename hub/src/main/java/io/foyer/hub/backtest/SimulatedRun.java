package io.foyer.hub.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Days of a simulated house: what its sensors said, in {@code signals.jsonl}, and who was where, in {@code truth.jsonl}. */
final class SimulatedRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LEARNING = Duration.ofDays(7);

    private final SiteDefinition site;
    private final Map<String, TreeMap<Instant, Integer>> truth = new HashMap<>();
    private final Map<String, BorderCounts> usual = new HashMap<>();
    private final Map<String, long[]> totals = new HashMap<>();
    private @Nullable CountedZones foyer;
    private Instant begin = Instant.MAX;
    private final SimulatedSwipes swipes;
    private Instant until = Instant.MIN;

    /** @param unbadged the share of people who pass a door behind another one, 0 to 1 */
    SimulatedRun(SiteDefinition site, double unbadged) {
        this.site = site;
        this.swipes = new SimulatedSwipes(site, unbadged);
    }

    void read(Path folder) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("truth.jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode said = JSON.readTree(line);
                if (said.path("kind").asText().equals("people")) {
                    truth.computeIfAbsent(said.path("zone").asText(), zone -> new TreeMap<>())
                            .put(
                                    Instant.parse(said.path("at").asText()),
                                    said.path("count").asInt());
                }
            }
        }
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("signals.jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(JSON.readTree(line));
            }
        }
    }

    /** Compares the days after the first week, in which the hub learns how its sensors err. */
    void score(String zone, CountingScore score) {
        CountedZones counted = foyer;
        if (counted != null) {
            score.add(
                    truth.getOrDefault(zone, new TreeMap<>()),
                    usual.getOrDefault(zone, new BorderCounts(site.timeZone())),
                    at -> counted.shown(zone, at),
                    begin.plus(LEARNING),
                    until);
        }
    }

    /** What was told to be wrong with sensors. */
    List<String> faults() {
        CountedZones counted = foyer;
        return counted == null ? List.of() : counted.faults();
    }

    private void hear(JsonNode said) {
        Instant due = Instant.parse(said.path("due").asText());
        CountedZones counted = foyer;
        if (counted == null) {
            counted = new CountedZones(site, due);
            foyer = counted;
            begin = due;
        }
        until = due;
        String device = said.path("device").asText();
        Instant at = Instant.parse(said.path("at").asText(due.toString()));
        JsonNode fields = said.path("fields");
        switch (said.path("leaf").asText()) {
            case "swipe" -> swipes.swipe(counted, device, fields, at, due);
            case "lost" -> counted.lost(device, due);
            case "returned" -> counted.returned(device, due);
            case "presence" -> counted.presence(device, fields.path("occupied").asBoolean(), at, due);
            default -> {
                if (fields.has("present")) {
                    counted.present(device, fields.path("present").asInt(), at, due);
                } else if (fields.has("totalIn")) {
                    long in = fields.path("totalIn").asLong();
                    long out = fields.path("totalOut").asLong();
                    counted.totals(device, in, out, at, due);
                    long[] before = totals.getOrDefault(device, new long[] {in, out});
                    if (in >= before[0] && out >= before[1]) {
                        pass(device, (int) (in - before[0]), (int) (out - before[1]), at);
                        totals.put(device, new long[] {in, out});
                    }
                } else {
                    counted.steps(
                            device,
                            fields.path("in").asInt(),
                            fields.path("out").asInt(),
                            at,
                            due);
                    pass(device, fields.path("in").asInt(), fields.path("out").asInt(), at);
                }
            }
        }
    }

    private void pass(String device, int in, int out, Instant at) {
        Device line = site.devices().get(device);
        if (line != null && (in > 0 || out > 0)) {
            for (String zone : site.zones().keySet()) {
                boolean to = site.isWithin(String.valueOf(line.to()), zone);
                if (to != site.isWithin(String.valueOf(line.from()), zone)) {
                    usual.computeIfAbsent(zone, key -> new BorderCounts(site.timeZone()))
                            .pass(to ? in : out, to ? out : in, at);
                }
            }
        }
    }
}
