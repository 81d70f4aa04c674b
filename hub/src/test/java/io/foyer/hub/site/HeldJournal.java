package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A journal in memory that commits only when the test lets it. All on one event loop. */
final class HeldJournal implements Journal {
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<Instant, JudgedReading> readings = new LinkedHashMap<>();
    private final NavigableMap<Instant, Reading> late = new TreeMap<>();
    /** How often it was asked for readings. */
    int asked;

    boolean away;
    /** The sites that were loaded, each time; it takes until this succeeds. */
    final List<String> loaded = new ArrayList<>();

    Future<Void> loads = Future.succeededFuture();
    final List<Change> written = new ArrayList<>();

    private record Waiting(Batch batch, Promise<BatchRefusals> promise) {}

    @Override
    public Future<BatchRefusals> commit(Batch batch) {
        Promise<BatchRefusals> promise = Promise.promise();
        waiting.add(new Waiting(batch, promise));
        return promise.future();
    }

    int waiting() {
        return waiting.size();
    }

    void let() {
        Waiting next = waiting.remove();
        next.batch.entries().forEach(entry -> written.addAll(entry.changes()));
        next.batch.entries().forEach(entry -> entry.changes().forEach(change -> {
            if (change instanceof EnergyChange.ReadingRecord read) {
                readings.put(read.judged().reading().at(), read.judged());
            } else if (change instanceof EnergyChange.FoldUpdate folded) {
                folded.fold()
                        .changed()
                        .forEach(judged -> readings.put(judged.reading().at(), judged));
            } else if (change instanceof EnergyChange.LateRecord record) {
                late.putIfAbsent(record.reading().at(), record.reading());
            } else if (change instanceof EnergyChange.LateRemoval gone) {
                late.headMap(gone.until(), true).clear();
            }
        }));
        next.promise.complete(new BatchRefusals());
    }

    /** Takes the next batch, but none of what it says: each entry becomes a dead letter. */
    void letNothingIn(String reason) {
        Waiting next = waiting.remove();
        BatchRefusals refusals = new BatchRefusals();
        next.batch.entries().forEach(entry -> refusals.add(entry, reason));
        next.promise.complete(refusals);
    }

    void refuse() {
        waiting.remove().promise.fail("the database is away");
    }

    @Override
    public Future<Map<String, String>> fingerprints(Collection<String> sites) {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<Map<String, Map<String, String>>> registered(Collection<String> sites) {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<Void> register(List<SiteFileChange> changed, Instant now, String actor) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Map<String, SiteMemory>> load(Collection<String> sites, Instant now) {
        loaded.addAll(sites);
        return loads.map(let -> sites.stream().collect(Collectors.toMap(site -> site, site -> nothing())));
    }

    private static SiteMemory nothing() {
        return new SiteMemory(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                AccessState.NONE);
    }

    @Override
    public Future<ReadingRange> readingsAround(String site, String meter, Instant from, Instant to, Duration margin) {
        asked++;
        if (away) {
            return Future.failedFuture("the database is away");
        }
        return Future.succeededFuture(new ReadingRange(
                readings.values().stream()
                        .sorted(Comparator.comparing(judged -> judged.reading().at()))
                        .toList(),
                true,
                true));
    }

    @Override
    public Future<List<Reading>> lateReadings(String site, String meter, int most) {
        return away
                ? Future.failedFuture("the database is away")
                : Future.succeededFuture(late.values().stream().limit(most).toList());
    }
}
