package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Stretch;
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
import java.util.stream.Collectors;

/** A journal in memory that commits only when the test lets it. All on one event loop. */
final class HeldJournal implements Journal {
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<Instant, Judged> readings = new LinkedHashMap<>();
    /** How often it was asked for readings. */
    int asked;

    boolean away;
    /** The sites that were loaded, each time; it takes until this succeeds. */
    final List<String> loaded = new ArrayList<>();

    Future<Void> loads = Future.succeededFuture();
    final List<Change> written = new ArrayList<>();

    private record Waiting(Batch batch, Promise<Refusals> promise) {}

    @Override
    public Future<Refusals> commit(Batch batch) {
        Promise<Refusals> promise = Promise.promise();
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
            if (change instanceof EnergyChange.Read read) {
                readings.put(read.judged().reading().at(), read.judged());
            }
        }));
        next.promise.complete(new Refusals());
    }

    /** Takes the next batch, but none of what it says: each entry becomes a dead letter. */
    void letNothingIn(String reason) {
        Waiting next = waiting.remove();
        Refusals refusals = new Refusals();
        next.batch.entries().forEach(entry -> refusals.add(entry, reason));
        next.promise.complete(refusals);
    }

    void refuse() {
        waiting.remove().promise.fail("the database is away");
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
    public Future<Map<String, Memory>> load(Collection<String> sites, Instant now) {
        loaded.addAll(sites);
        return loads.map(let -> sites.stream().collect(Collectors.toMap(site -> site, site -> nothing())));
    }

    private static Memory nothing() {
        return new Memory(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                AccessState.NONE);
    }

    @Override
    public Future<Stretch> readingsAround(String site, String meter, Instant from, Instant to, Duration margin) {
        asked++;
        if (away) {
            return Future.failedFuture("the database is away");
        }
        return Future.succeededFuture(new Stretch(
                readings.values().stream()
                        .sorted(Comparator.comparing(judged -> judged.reading().at()))
                        .toList(),
                true,
                true));
    }
}
