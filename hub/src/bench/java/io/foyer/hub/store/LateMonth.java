package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.DeviceCommands;
import io.foyer.hub.site.EventLoop;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteContent;
import io.foyer.hub.site.SiteSetup;
import io.foyer.hub.site.Sites;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A month of one meter that comes late to its site, a reading a minute, from a device that has so many messages under way
 * before it waits for acknowledgements. The first and the newest reading are there before.
 */
final class LateMonth {
    private static final Instant MONTH = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration COUNTS_TOLD = Duration.ofSeconds(12);
    private static final String ROWS = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"
            + " WHERE relname IN ('reading', 'late_reading', 'quarter', 'meter_day')";

    private final String site;
    private final int readings;
    private final boolean newestFirst;
    private final int window;
    private final Device device;

    LateMonth(int readings, boolean newestFirst, int window) {
        this.site = (newestFirst ? "newest" : "oldest") + window;
        this.readings = readings;
        this.newestFirst = newestFirst;
        this.window = window;
        this.device = new Device(site + "-dev", Device.DeviceKind.METER, null, null, null, null, null, "late", List.of());
    }

    /** Tells how long it took until all was acknowledged and until the ledger had it, and how many rows were written. */
    String run(EventLoop loop, Journal journal, ServerAddress server) throws Exception {
        SiteSetup setup = setup();
        await(TestStore.register(journal, setup, Instant.now(), "bench", List.of()));
        Sites sites = await(loop.call(() -> Future.succeededFuture(new Sites(
                loop,
                journal,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                () -> List.of(setup),
                CredentialRecognition.with(new HubSeal(new byte[32]))))));
        await(loop.call(() -> sites.start(List.of(setup), silence(), (of, frame) -> {})));
        await(told(loop, sites, List.of(0, readings), 1));
        long before = rows(server);
        List<Integer> late = new ArrayList<>(IntStream.range(1, readings).boxed().toList());
        if (newestFirst) {
            Collections.reverse(late);
        }
        long start = System.nanoTime();
        await(told(loop, sites, late, window));
        long acknowledged = System.nanoTime();
        await(sites.folded(site));
        long folded = System.nanoTime();
        long written = rows(server) - before;
        long used = Long.parseLong(TestStore.query(
                        server,
                        "SELECT sum(q.quantity) FROM quarter q JOIN meter m ON m.key = q.meter JOIN site s ON s.key = m.site"
                                + " WHERE NOT q.estimated AND s.id = '" + site + "'")
                .get(0));
        if (used != readings * 1_000L) {
            throw new AssertionError(used + " mWh");
        }
        return String.format(
                Locale.ROOT,
                "{\"lateMonth\":\"%s first\",\"readings\":%d,\"window\":%d,\"acknowledgedS\":%.2f,\"foldS\":%.2f,\"rows\":%d}",
                newestFirst ? "newest" : "oldest",
                readings - 1,
                window,
                (acknowledged - start) / 1e9,
                (folded - acknowledged) / 1e9,
                written);
    }

    private Future<Void> told(EventLoop loop, Sites sites, List<Integer> minutes, int most) {
        Promise<Void> all = Promise.promise();
        PrimitiveIterator.OfInt next = minutes.stream().mapToInt(minute -> minute).iterator();
        int[] open = {0};
        Runnable[] send = {() -> {}};
        send[0] = () -> {
            while (open[0] < most && next.hasNext()) {
                open[0]++;
                int minute = next.nextInt();
                sites.worker(site)
                        .hear(
                                device,
                                "meter",
                                new MessageStamp(null, MONTH.plusSeconds(60L * minute), Instant.now(), false),
                                new Message.MeterReport(minute * 1_000L, null),
                                "{}",
                                () -> {
                                    open[0]--;
                                    if (!next.hasNext() && open[0] == 0) {
                                        all.complete();
                                    } else if (open[0] == 0 || open[0] == most / 2) {
                                        send[0].run();
                                    }
                                });
            }
        };
        return loop.call(() -> {
            send[0].run();
            return all.future();
        });
    }

    private SiteSetup setup() {
        Meter meter = new Meter("late", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null);
        SiteDefinition house = TestStore.definition(site, ZoneId.of("Asia/Shanghai"), List.of(meter));
        SiteDefinition definition = new SiteDefinition(
                site,
                house.name(),
                house.timeZone(),
                house.currency(),
                house.zones(),
                Map.of(),
                Map.of(device.id(), device),
                house.meters(),
                Map.of(),
                Map.of());
        return new SiteSetup(
                definition,
                Map.of(),
                Map.of(),
                new SiteContent(definition.toString(), () -> new SiteContent.PublishedContent("{}", Map.of())));
    }

    private static DeviceCommands silence() {
        return new DeviceCommands() {
            @Override
            public void send(String site, DoorOrder order) {}

            @Override
            public void expel(Set<String> devices) {}
        };
    }

    /** An idle session of PostgreSQL tells its counts after ten seconds. */
    private static long rows(ServerAddress server) throws InterruptedException {
        Thread.sleep(COUNTS_TOLD.toMillis());
        return Long.parseLong(TestStore.query(server, ROWS).get(0));
    }
}
