package io.foyer.hub.domain.energy;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A meter's book with a journal in memory that keeps what the real one promises, and no more. */
final class BookKeeping implements EnergyEffects {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Duration A_FEW_LIVES = Duration.ofDays(365 * 200);

    final NavigableMap<Instant, JudgedReading> journal = new TreeMap<>();
    final NavigableMap<Instant, Quarter> quarters = new TreeMap<>();
    final List<RegisterEpoch> epochs = new ArrayList<>();
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
        hear(reading.register(), null, reading.at());
    }

    void hear(@Nullable Long register, @Nullable Double rate, Instant at) {
        Reading reading = book.reading(register, rate, at);
        if (reading != null && book.isLate(at)) {
            fold(List.of(reading));
        } else {
            book.hear(register, rate, at, now, this);
        }
    }

    /** All at once. */
    void fold(List<Reading> late) {
        Instant from = late.stream().map(Reading::at).min(naturalOrder()).orElseThrow();
        Instant to = late.stream().map(Reading::at).max(naturalOrder()).orElseThrow();
        fold(from, to, around -> book.fold(around, late));
    }

    /** A person reads the meter, and may correct what is there. */
    void correct(Reading reading) {
        fold(reading.at(), reading.at(), around -> book.correct(around, reading));
    }

    private void fold(Instant from, Instant to, Function<ReadingRange, Optional<RegisterFold>> folding) {
        Optional<RegisterFold> fold = Optional.empty();
        for (Duration margin = Duration.ofMinutes(1); fold.isEmpty(); margin = margin.multipliedBy(4)) {
            assertThat(margin).as("the journal's extent ends the search").isLessThan(Duration.ofDays(99_999));
            fold = folding.apply(readingsAround(from, to, margin));
        }
        book.take(fold.get(), now);
        folded(meter.id(), fold.get());
    }

    /** What is written meanwhile is refused by the journal, which nobody tells the book. */
    void refusing(Runnable hearing) {
        Map<Instant, JudgedReading> readings = Map.copyOf(journal);
        Map<Instant, Quarter> booked = Map.copyOf(quarters);
        hearing.run();
        journal.clear();
        journal.putAll(readings);
        quarters.clear();
        quarters.putAll(booked);
    }

    @Override
    public void read(String meterId, JudgedReading judged) {
        journal.put(judged.reading().at(), judged);
    }

    @Override
    public void booked(Quarter quarter) {
        quarters.put(quarter.start(), quarter);
    }

    @Override
    public void folded(String meterId, RegisterFold fold) {
        fold.changed().forEach(judged -> read(meterId, judged));
        fold.quarters().forEach(this::booked);
    }

    @Override
    public void late(String meterId, Reading reading) {}

    @Override
    public void lateGone(String meterId, Instant until) {}

    @Override
    public void repaired(Repair repair) {}

    @Override
    public void repairGone(Repair repair) {}

    @Override
    public void epoch(RegisterEpoch epoch) {
        epochs.add(epoch);
    }

    @Override
    public void rate(String meterId, @Nullable Double rate, Instant asOf) {}

    /** Forgets the book and takes it up again from what is written. */
    void restart() {
        Instant believed = journal.descendingMap().values().stream()
                .filter(JudgedReading::isBelieved)
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
    ReadingRange readingsAround(Instant from, Instant to, Duration margin) {
        Instant first = before(before(before(from).minus(margin)).minus(Duration.ofMinutes(15)));
        Instant last = after(after(after(to).plus(margin)).plus(Duration.ofMinutes(15)));
        return new ReadingRange(
                List.copyOf(journal.subMap(first, true, last, true).values()),
                first.isBefore(Instant.EPOCH.minus(A_FEW_LIVES)),
                last.isAfter(Instant.EPOCH.plus(A_FEW_LIVES)));
    }

    private Instant before(Instant at) {
        return journal.headMap(at, true).descendingMap().values().stream()
                .filter(JudgedReading::isBelieved)
                .findFirst()
                .map(row -> row.reading().at())
                .orElse(Instant.EPOCH.minus(A_FEW_LIVES.multipliedBy(2)));
    }

    private Instant after(Instant at) {
        return journal.tailMap(at, true).values().stream()
                .filter(JudgedReading::isBelieved)
                .findFirst()
                .map(row -> row.reading().at())
                .orElse(Instant.EPOCH.plus(A_FEW_LIVES.multipliedBy(2)));
    }

    /** What the quarters hold, without those that hold nothing. */
    Map<Instant, String> used() {
        Map<Instant, String> used = new TreeMap<>();
        quarters.forEach((start, quarter) -> {
            if (quarter.quantity() > 0) {
                used.put(start, meter.medium().decimal(quarter.quantity()) + (quarter.estimated() ? " estimated" : ""));
            }
        });
        return used;
    }

    long total() {
        return quarters.values().stream().mapToLong(Quarter::quantity).sum();
    }
}
