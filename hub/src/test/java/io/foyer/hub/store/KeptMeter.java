package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The meter `main` of a site of its own: its book, and all that the book says in PostgreSQL. */
final class KeptMeter {
    private final Shared shared;
    private final String site;
    private MeterBook book;

    KeptMeter(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
        this.book = fresh();
    }

    private MeterBook fresh() {
        var definition = TestStore.definition(site);
        return new MeterBook(definition.meters().get("main"), definition.timeZone());
    }

    void hear(Reading reading) {
        if (book.isLate(reading.at())) {
            fold(reading);
        } else {
            Effects effects = new Effects();
            book.hear(reading.register(), null, reading.at(), NOON, effects);
            keep(effects.changes());
        }
    }

    private void fold(Reading late) {
        Optional<RegisterFold> fold = Optional.empty();
        for (Duration margin = Duration.ofMinutes(30); fold.isEmpty(); margin = margin.multipliedBy(4)) {
            fold = book.fold(
                    await(shared.journal.readingsAround(site, "main", late.at(), late.at(), margin)), List.of(late));
        }
        book.take(fold.get(), NOON);
        keep(List.of(new EnergyChange.FoldUpdate("main", fold.get())));
    }

    /** False where another repair has a part of the stretch. */
    boolean repair(String id, Instant from, Instant to, long quantity) {
        if (book.repairs().at(from, to).isPresent()) {
            return false;
        }
        Repair repair = new Repair("main", id, from, to, quantity, "a hole", "ann", NOON);
        keep(List.of(new EnergyChange.RepairUpdate(repair)));
        book.repair(book.repairs().with(repair));
        return true;
    }

    void takeBack(Repair repair) {
        keep(List.of(new EnergyChange.RepairRemoval(repair)));
        book.repair(book.repairs().without(repair));
    }

    List<Repair> repairs() {
        return book.repairs().all();
    }

    long today() {
        return book.now(NOON).today();
    }

    /** The hub stops, and starts again. */
    void restart() {
        SiteMemory memory = await(TestStore.load(shared.journal, TestStore.definition(site), NOON));
        book = fresh();
        book.restore(
                memory.readings().getOrDefault("main", List.of()),
                memory.quarters().getOrDefault("main", List.of()),
                null,
                null);
        book.repair(memory.repairs().getOrDefault("main", Repairs.NONE));
    }

    private void keep(List<Change> changes) {
        await(shared.journal.commit(new Batch(List.of(new BatchEntry(site, changes)))));
    }

    /** What is between [from, to) in the ledger. */
    long quantity(Instant from, Instant to) {
        return Long.parseLong(
                rows("SELECT coalesce(sum(q.quantity), 0) FROM quarter q WHERE q.meter = %s AND q.start >= '" + from
                                + "' AND q.start < '" + to + "'")
                        .get(0));
    }

    List<String> quarters() {
        return rows("SELECT (q.start, q.quantity, q.estimated, q.repaired, q.read_quantity)::text FROM quarter q"
                + " WHERE q.meter = %s ORDER BY q.start");
    }

    /** Without the key of the meter. */
    List<String> days() {
        return rows("SELECT (to_jsonb(d) - 'meter')::text FROM meter_day d WHERE d.meter = %s ORDER BY d.day");
    }

    private List<String> rows(String sql) {
        String meter = "(SELECT m.key FROM meter m JOIN site s ON s.key = m.site WHERE m.id = 'main' AND s.id = '"
                + site + "')";
        return TestStore.query(shared.address(), sql.formatted(meter));
    }
}
