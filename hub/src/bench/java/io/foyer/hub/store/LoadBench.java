package io.foyer.hub.store;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.AccessChange;
import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the 50,000 members of the campus cost in memory, and in time at a start from PostgreSQL. */
class LoadBench {
    private static final int BATCH = 1_000;
    private static final int RUNS = 5;

    @Test
    void run() throws Exception {
        long before = used();
        Doorkeeper keeper = Campus.doorkeeper();
        long megabytes = (used() - before) >> 20;
        if (!keeper.knows("m0")) {
            throw new AssertionError("the campus is empty");
        }
        Path folder = Files.createTempDirectory("foyer-bench");
        Vertx vertx = Vertx.vertx();
        Database database = await(Database.open(vertx, TestStore.embedded(folder), HubClock.ofMachine()));
        try {
            Journal journal = await(database.journal());
            SiteDefinition definition = Campus.definition();
            await(TestStore.register(journal, TestStore.setup(definition), TestStore.NOON, "bench", List.of()));
            write(journal);
            List<Long> millis = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                SiteMemory memory = await(TestStore.load(journal, definition, TestStore.NOON));
                Doorkeeper loaded = new Doorkeeper(definition);
                memory.members().forEach(loaded::put);
                memory.memberships().forEach(loaded::put);
                memory.credentials().forEach(loaded::put);
                loaded.restore(memory.accessState());
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
            String line = String.format(
                    Locale.ROOT, "{\"members\":%d,\"indexMb\":%d,\"loadMs\":%s}", Campus.MEMBERS, megabytes, millis);
            System.out.println(line);
            Files.writeString(Path.of("target/bench-load.json"), line);
        } finally {
            await(database.close());
            await(vertx.close());
            Files.delete(folder.resolve("programs"));
            PostgresBinaries.deleteTree(folder);
        }
    }

    private static void write(Journal journal) {
        List<Change> changes = new ArrayList<>();
        Campus.members().forEach(member -> changes.add(new PeopleChange.MemberUpdate(member)));
        Campus.memberships().forEach(membership -> changes.add(new PeopleChange.MembershipUpdate(membership)));
        Campus.credentials().forEach(credential -> changes.add(new PeopleChange.CredentialUpdate(credential)));
        Campus.state().whereabouts().forEach(of -> changes.add(new AccessChange.WhereaboutsUpdate(of)));
        for (int from = 0; from < changes.size(); from += BATCH) {
            await(journal.commit(new Batch(List.of(
                    new Batch.BatchEntry("campus", changes.subList(from, Math.min(from + BATCH, changes.size())))))));
        }
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
