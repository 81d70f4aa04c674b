package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.MessageRecord;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import io.foyer.hub.domain.occupancy.BalanceState.HourArrivals;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.LearnedErrors;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteContent;
import io.foyer.hub.site.SiteContent.PublishedContent;
import io.foyer.hub.site.SiteFileChange;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.site.SiteSetup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the store's tests share: a house, batches, and looks at the tables past the code under test. */
final class TestStore {
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private TestStore() {}

    /** Settings for an embedded server on an empty folder; the programs are unpacked once for all tests. */
    static DatabaseSettings embedded(Path folder) throws IOException {
        Path programs = Path.of("target", "postgres-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(folder);
        try {
            Files.createSymbolicLink(folder.resolve("programs"), programs);
        } catch (FileAlreadyExistsException e) {
            // A second start on the same folder.
        }
        return new DatabaseSettings(folder, Optional.empty());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(120, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("took longer than two minutes", e);
        }
    }

    /** What lines have counted so far, whole people. */
    static BalanceState balance(String zone, int people) {
        return new BalanceState(
                zone,
                BalanceSource.LINES,
                people,
                0.25,
                7,
                4,
                1.5,
                2,
                new LearnedErrors(300, 295, 290, 12.5),
                NOON,
                NOON.plusSeconds(1),
                1.5,
                2.5,
                List.of(new HourArrivals(500_000, 2), new HourArrivals(500_001, 1)));
    }

    static SiteSetup setup(String site) {
        return setup(definition(site));
    }

    static SiteSetup setup(SiteDefinition definition) {
        return new SiteSetup(
                definition,
                Map.of(),
                Map.of(),
                new SiteContent(
                        definition.toString(),
                        () -> new PublishedContent("{}", Map.of("site " + definition.site(), "as it is"))));
    }

    static SiteDefinition definition(String site) {
        return definition(site, ZoneId.of("Asia/Shanghai"));
    }

    static SiteDefinition definition(String site, ZoneId timeZone) {
        return definition(site, timeZone, List.of(meter("main"), meter("light")));
    }

    static SiteDefinition definition(String site, ZoneId timeZone, List<Meter> meters) {
        List<Zone> zones = List.of(zone("house"), zone("lounge"));
        List<Door> doors = List.of(new Door("front", "outside", "house", 5, Door.DoorUse.SECURE, false));
        List<Device> devices = List.of(
                device(site + "-reader", Device.DeviceKind.READER),
                device(site + "-cam", Device.DeviceKind.PEOPLE_COUNTER),
                device(site + "-meter", Device.DeviceKind.METER));
        return new SiteDefinition(
                site,
                BilingualText.of(site),
                timeZone,
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                SiteDefinition.byId(doors, Door::id),
                SiteDefinition.byId(devices, Device::id),
                SiteDefinition.byId(meters, Meter::id),
                Map.of(),
                Map.of());
    }

    static SiteDefinition without(SiteDefinition definition, String device) {
        List<Device> rest = new ArrayList<>(definition.devices().values());
        rest.removeIf(each -> each.id().equals(device));
        return new SiteDefinition(
                definition.site(),
                definition.name(),
                definition.timeZone(),
                definition.currency(),
                definition.zones(),
                definition.doors(),
                SiteDefinition.byId(rest, Device::id),
                definition.meters(),
                definition.schedules(),
                definition.plans());
    }

    private static Zone zone(String id) {
        return new Zone(id, null, "floor", BilingualText.of(id), null, 40, null, null);
    }

    private static Device device(String id, Device.DeviceKind kind) {
        return new Device(id, kind, null, null, null, null, null, null, List.of());
    }

    private static Meter meter(String id) {
        return new Meter(id, Meter.Medium.ELECTRICITY, null, "house", null, null, null, null);
    }

    static MessageRecord heard(String device, String id, Instant arrived, String body) {
        return new MessageRecord(device, "swipe", new MessageStamp(id, arrived, arrived, false), body);
    }

    static AccessEvent denied(String reader, Instant at, String swipe, String door, String member) {
        return new AccessEvent(
                at,
                at.plusMillis(3),
                reader,
                door,
                swipe,
                "04A2",
                CredentialType.CARD,
                member,
                Direction.IN,
                AccessOutcome.DENIED,
                AccessReason.OUTSIDE_HOURS);
    }

    static BatchEntry entry(String site, Change... changes) {
        return new BatchEntry(site, List.of(changes));
    }

    static Batch batch(BatchEntry... entries) {
        return new Batch(List.of(entries));
    }

    /** The first column of all rows, as text. */
    static List<String> query(ServerAddress address, String sql) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Every point of a zone, in order of time. */
    static List<CountPoint> points(ServerAddress address, String site, String zone) {
        String sql = "SELECT extract(epoch FROM p.at) * 1000000 AS at, p.count, p.entries, p.exits FROM zone_point p"
                + " JOIN zone z ON z.key = p.zone JOIN site s ON s.key = z.site"
                + " WHERE s.id = '" + site + "' AND z.id = '" + zone + "' ORDER BY p.at";
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<CountPoint> points = new ArrayList<>();
            while (rows.next()) {
                Instant at = Instant.EPOCH.plus(rows.getBigDecimal("at").longValueExact(), ChronoUnit.MICROS);
                points.add(new CountPoint(
                        zone,
                        at,
                        rows.getObject("count", Integer.class),
                        rows.getInt("entries"),
                        rows.getInt("exits")));
            }
            return points;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void execute(ServerAddress address, String sql) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Future<Void> register(Journal journal, SiteSetup setup, Instant now, String actor, List<String> difference) {
        return journal.register(List.of(new SiteFileChange(setup, difference)), now, actor);
    }

    static Future<SiteMemory> load(Journal journal, SiteDefinition definition, Instant now) {
        return journal.load(List.of(definition.site()), now).map(all -> all.get(definition.site()));
    }
}
