package io.foyer.simulators.sense;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.space.Meter;
import io.foyer.simulators.space.Zone;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What really is, as JSON lines, whatever the devices make of it: {@code stay}, who was in which zone; {@code people}, how
 * many are in a zone from then on; {@code energy}, what a meter's quarter-hour used, in kWh, m³ or bytes. Whole days, or
 * what of them lies in the span.
 */
public final class Truth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUARTER_MINUTES = 15;

    private final Days days;
    private final Instant from;
    private final Instant until;
    private final BufferedWriter file;

    private Truth(Days days, Instant from, Instant until, BufferedWriter file) {
        this.days = days;
        this.from = from;
        this.until = until;
        this.file = file;
    }

    /** Replaces the file. */
    public static void write(Path path, Days days, Instant from, Instant until) {
        try (BufferedWriter file = Files.newBufferedWriter(path)) {
            Truth truth = new Truth(days, from, until, file);
            LocalDate date = from.atZone(days.space().timeZone()).toLocalDate();
            for (; date.atStartOfDay(days.space().timeZone()).toInstant().isBefore(until); date = date.plusDays(1)) {
                Day day = days.of(date);
                truth.stays(day);
                truth.people(day);
                truth.energy(day);
            }
        } catch (IOException | UncheckedIOException broken) {
            throw new Refusal(path + ": cannot be written (" + broken.getMessage() + "). Name another with --truth.");
        }
    }

    private void stays(Day day) {
        Map<Member, Move> last = new HashMap<>();
        for (Move move : day.plan().moves()) {
            Move before = last.put(move.member(), move);
            if (before != null && !before.step().to().equals(Zone.OUTSIDE)) {
                stay(day, before, move.second());
            }
        }
    }

    private void stay(Day day, Move began, int ended) {
        if (day.at(ended).isAfter(from) && day.at(began.second()).isBefore(until)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", "stay");
            line.put("member", began.member().id());
            line.put("zone", began.step().to());
            line.put("from", day.at(began.second()).toString());
            line.put("until", day.at(ended).toString());
            write(line);
        }
    }

    private void people(Day day) {
        for (String zone : days.space().zones().keySet()) {
            int atStart = 0;
            boolean begun = false;
            for (Headcount.Change change : day.people().of(zone)) {
                Instant at = day.at(change.second());
                if (!at.isAfter(from)) {
                    atStart = change.people();
                } else if (at.isBefore(until)) {
                    begun = begun || people(zone, day, atStart);
                    people(zone, at, change.people());
                }
            }
            if (!begun) {
                people(zone, day, atStart);
            }
        }
    }

    private boolean people(String zone, Day day, int count) {
        people(zone, day.midnight().isBefore(from) ? from : day.midnight(), count);
        return true;
    }

    private void people(String zone, Instant at, int count) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "people");
        line.put("zone", zone);
        line.put("at", at.toString());
        line.put("count", count);
        write(line);
    }

    private void energy(Day day) {
        for (Meter meter : days.space().meters()) {
            double[] rates = day.rates().getOrDefault(meter.id(), new double[0]);
            for (int first = 0; first + QUARTER_MINUTES <= rates.length; first += QUARTER_MINUTES) {
                Instant at = day.at(first * 60);
                if (!at.isBefore(from)
                        && !day.at((first + QUARTER_MINUTES) * 60).isAfter(until)) {
                    double used = 0;
                    for (int minute = first; minute < first + QUARTER_MINUTES; minute++) {
                        used += rates[minute] * Registers.inAMinute(meter);
                    }
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("kind", "energy");
                    line.put("meter", meter.id());
                    line.put("at", at.toString());
                    line.put("quantity", Math.rint(used * 1e6) / 1e6);
                    write(line);
                }
            }
        }
    }

    private void write(Map<String, Object> line) {
        try {
            file.write(JSON.writeValueAsString(line));
            file.newLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
