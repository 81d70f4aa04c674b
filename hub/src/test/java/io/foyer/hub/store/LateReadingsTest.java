package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.EnergyChange.LateRecord;
import io.foyer.hub.domain.EnergyChange.LateRemoval;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.DeviceCommands;
import io.foyer.hub.site.EventLoop;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.site.SiteSetup;
import io.foyer.hub.site.Sites;
import io.foyer.hub.store.SharedStore.Shared;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Late readings that are kept, and not yet in the ledger. */
@ExtendWith(SharedStore.class)
class LateReadingsTest {
    private static final int MINUTES = 5_000;

    private final Shared shared;
    private final String site;

    LateReadingsTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    private static Instant minute(int minute) {
        return NOON.minusSeconds(60L * (MINUTES - minute));
    }

    private void write(List<Change> changes) {
        await(shared.journal.commit(batch(entry(site, changes.toArray(Change[]::new)))));
    }

    private void firstAndNewest() {
        write(List.of(
                new ReadingRecord("main", new JudgedReading(new Reading(minute(0), 0), ReadingVerdict.BASELINE, null)),
                new ReadingRecord(
                        "main",
                        new JudgedReading(
                                new Reading(minute(MINUTES), 1_000L * MINUTES),
                                ReadingVerdict.SOUND,
                                new Consumption(minute(0), minute(MINUTES), 1_000L * MINUTES, true)))));
    }

    private static Change late(int minute, long register) {
        return new LateRecord("main", new Reading(minute(minute), register));
    }

    @Test
    void those_that_wait_come_oldest_first_and_the_first_one_of_an_instant_counts() {
        write(List.of(late(3, 30), late(1, 10), late(3, 31)));
        write(List.of(late(2, 20), late(1, 11)));
        assertThat(await(shared.journal.lateReadings(site, "main", 2)))
                .containsExactly(new Reading(minute(1), 10), new Reading(minute(2), 20));
        write(List.of(new LateRemoval("main", minute(2))));
        assertThat(await(shared.journal.lateReadings(site, "main", 9))).containsExactly(new Reading(minute(3), 30));
        assertThat(await(TestStore.load(shared.journal, TestStore.definition(site), NOON))
                        .late())
                .containsExactly("main");
    }

    @Test
    void a_hub_that_died_before_the_fold_makes_it_at_its_next_start() {
        firstAndNewest();
        List<Integer> minutes =
                new ArrayList<>(IntStream.range(1, MINUTES).boxed().toList());
        Collections.reverse(minutes);
        write(minutes.stream().map(minute -> late(minute, 1_000L * minute)).toList());

        await(started().folded(site));

        assertThat(await(shared.journal.lateReadings(site, "main", 9))).isEmpty();
        assertThat(
                        one(
                                "SELECT count(*) FROM reading WHERE verdict = 'sound' AND quantity = 1000 AND NOT estimated AND meter = "))
                .isEqualTo(MINUTES);
        assertThat(one("SELECT sum(quantity) FROM quarter WHERE NOT estimated AND meter = "))
                .isEqualTo(1_000L * MINUTES);
        assertThat(one("SELECT sum(quantity) FROM meter_day WHERE meter = ")).isEqualTo(1_000L * MINUTES);
    }

    private Sites started() {
        SiteSetup setup = TestStore.setup(site);
        EventLoop loop = await(EventLoop.start(shared.vertx()));
        Sites sites = await(loop.call(() -> Future.succeededFuture(new Sites(
                loop,
                shared.journal,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                () -> List.of(setup),
                CredentialRecognition.with(new HubSeal(new byte[32]))))));
        await(loop.call(() -> sites.start(List.of(setup), silence(), (of, frame) -> {})));
        return sites;
    }

    private static DeviceCommands silence() {
        return new DeviceCommands() {
            @Override
            public void send(String to, DoorOrder order) {}

            @Override
            public void expel(Set<String> devices) {}
        };
    }

    private long one(String sql) {
        return Long.parseLong(TestStore.query(
                        shared.address(),
                        sql
                                + "(SELECT m.key FROM meter m JOIN site s ON s.key = m.site WHERE m.id = 'main' AND s.id = '"
                                + site + "')")
                .get(0));
    }
}
