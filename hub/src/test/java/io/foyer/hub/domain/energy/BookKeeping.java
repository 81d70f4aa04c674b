package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.energy.Judged.Verdict;
import io.foyer.hub.domain.house.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A meter's book with a journal in memory that keeps what the real one promises, and no more. */
final class BookKeeping {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final NavigableMap<Instant, Judged> journal = new TreeMap<>();
    final NavigableMap<Instant, Quarter> quarters = new TreeMap<>();
    private final Meter meter;
    private final Instant now;
    MeterBook book;

    BookKeeping(Meter meter, Instant now) {
        this.meter = meter;
        this.now = now;
        this.book = new MeterBook(meter, SHANGHAI);
    }

    static Meter electricity(@Nullable Double maxPowerW) {
        return new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, maxPowerW, null);
    }

    void hear(Reading reading) {
        hear(reading, null);
    }

    void hear(Reading reading, @Nullable Double rate) {
        if (!book.isLate(reading.at())) {
            write(book.hear(reading.register(), rate, reading.at(), now));
            return;
        }
        Optional<List<Change>> repaired = Optional.empty();
        for (int hours = 24; repaired.isEmpty(); hours *= 2) {
            repaired = book.repair(readingsAround(reading.at(), Duration.ofHours(hours)), reading, now);
        }
        write(repaired.get());
    }

    private void write(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Read read) {
                journal.put(read.judged().reading().at(), read.judged());
            } else if (change instanceof Change.Booked booked) {
                quarters.put(booked.quarter().start(), booked.quarter());
            }
        }
    }

    /** Forgets the book and takes it up again from what is written. */
    void restart() {
        Instant believed = journal.descendingMap().values().stream()
                .filter(BookKeeping::isBelieved)
                .findFirst()
                .map(row -> row.reading().at())
                .orElse(Instant.EPOCH);
        Instant today =
                LocalDate.ofInstant(now, SHANGHAI).atStartOfDay(SHANGHAI).toInstant();
        book = new MeterBook(meter, SHANGHAI);
        book.restore(
                List.copyOf(journal.tailMap(believed, true).values()),
                quarters.values().stream()
                        .filter(quarter -> quarter.start().equals(Quarters.startOf(believed))
                                || !quarter.start().isBefore(today))
                        .toList(),
                null,
                null);
    }

    /** See {@link io.foyer.hub.site.Journal#readingsAround}. */
    List<Judged> readingsAround(Instant at, Duration margin) {
        Instant from = before(before(before(at).minus(margin)).minus(Duration.ofMinutes(15)));
        Instant to = after(after(after(at).plus(margin)).plus(Duration.ofMinutes(15)));
        return List.copyOf(journal.subMap(from, true, to, true).values());
    }

    private Instant before(Instant at) {
        return journal.headMap(at, true).descendingMap().values().stream()
                .filter(BookKeeping::isBelieved)
                .findFirst()
                .map(row -> row.reading().at())
                .orElse(Instant.EPOCH.minus(Duration.ofDays(9999)));
    }

    private Instant after(Instant at) {
        return journal.tailMap(at, true).values().stream()
                .filter(BookKeeping::isBelieved)
                .findFirst()
                .map(row -> row.reading().at())
                .orElse(Instant.EPOCH.plus(Duration.ofDays(99999)));
    }

    private static boolean isBelieved(Judged row) {
        return row.verdict() != Verdict.HELD && row.verdict() != Verdict.ERROR;
    }

    /** What the quarters hold, without those that hold nothing. */
    Map<Instant, String> used() {
        Map<Instant, String> used = new TreeMap<>();
        quarters.forEach((start, quarter) -> {
            if (quarter.quantity() > 1e-9) {
                used.put(
                        start,
                        String.format("%.6f%s", quarter.quantity() + 1e-12, quarter.estimated() ? " estimated" : ""));
            }
        });
        return used;
    }

    double total() {
        return quarters.values().stream().mapToDouble(Quarter::quantity).sum();
    }
}
