package io.foyer.hub.backtest;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** A room whose people were counted by hand or by camera, with a line counter at its door that errs as lines err. */
final class RecordedRoom {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");
    private static final long ROW_S = 300;

    private final TreeMap<Instant, Integer> people = new TreeMap<>();

    /** Lines of time and people, in the first and in the last column, behind a heading. */
    static RecordedRoom read(Path file) throws IOException {
        RecordedRoom room = new RecordedRoom();
        for (String line : Files.readAllLines(file)) {
            List<String> fields = List.of(line.split(",", -1));
            String count = fields.get(fields.size() - 1);
            if (Character.isDigit(fields.get(0).charAt(0)) && !count.isBlank()) {
                room.people.put(OffsetDateTime.parse(fields.get(0), TIME).toInstant(), (int)
                        Math.round(Double.parseDouble(count)));
            }
        }
        return room;
    }

    /** Counts the room by a line that misses and doubles. */
    void count(SiteDefinition site, String zone, String line, LineErrors errors, long seed, CountingScore score) {
        Random chance = new Random(seed);
        BorderCounts usual = new BorderCounts(site.timeZone());
        CountedZones foyer = new CountedZones(site, people.firstKey());
        TreeMap<Instant, Integer> truth = new TreeMap<>();
        long in = 0;
        long out = 0;
        foyer.totals(line, 0, 0, people.firstKey(), people.firstKey());
        int inside = 0;
        for (var row : people.entrySet()) {
            int more = row.getValue() - inside;
            for (int one = 0; one < Math.abs(more); one++) {
                Instant at = row.getKey().plusSeconds(ROW_S * one / Math.abs(more));
                inside += Integer.signum(more);
                truth.put(at, inside);
                int times = errors.times(more > 0, chance.nextDouble());
                in += more > 0 ? times : 0;
                out += more > 0 ? 0 : times;
                usual.pass(more > 0 ? times : 0, more > 0 ? 0 : times, at);
                foyer.totals(line, in, out, at, at);
            }
        }
        score.add(truth, usual, at -> foyer.shown(zone, at), people.firstKey(), people.lastKey());
    }
}
