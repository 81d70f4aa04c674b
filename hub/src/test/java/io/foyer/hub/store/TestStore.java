package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.Heard;
import io.foyer.hub.domain.Stamp;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Meter;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.Memory;
import io.foyer.hub.site.Premises;
import io.foyer.hub.site.SiteFileChange;
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

    static Premises premises(String site) {
        return premises(house(site));
    }

    static Premises premises(House house) {
        return new Premises(house, Map.of(), Map.of(), "{}", Map.of("site " + house.site(), "as it is"));
    }

    static House house(String site) {
        List<Zone> zones = List.of(zone("house"), zone("lounge"));
        List<Door> doors = List.of(new Door("front", "outside", "house", 5, Door.Mode.SECURE, false));
        List<Device> devices = List.of(
                device(site + "-reader", Device.Kind.READER),
                device(site + "-cam", Device.Kind.PEOPLE_COUNTER),
                device(site + "-meter", Device.Kind.METER));
        List<Meter> meters = List.of(meter("main"), meter("light"));
        return new House(
                site,
                Text.of(site),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                House.byId(zones, Zone::id),
                House.byId(doors, Door::id),
                House.byId(devices, Device::id),
                House.byId(meters, Meter::id),
                Map.of(),
                Map.of());
    }

    static House without(House house, String device) {
        List<Device> rest = new ArrayList<>(house.devices().values());
        rest.removeIf(each -> each.id().equals(device));
        return new House(
                house.site(),
                house.name(),
                house.timeZone(),
                house.currency(),
                house.zones(),
                house.doors(),
                House.byId(rest, Device::id),
                house.meters(),
                house.schedules(),
                house.plans());
    }

    private static Zone zone(String id) {
        return new Zone(id, null, "floor", Text.of(id), null, 40, null, null);
    }

    private static Device device(String id, Device.Kind kind) {
        return new Device(id, kind, null, null, null, null, null, null, List.of());
    }

    private static Meter meter(String id) {
        return new Meter(id, Meter.Medium.ELECTRICITY, null, "house", null, null, null, null);
    }

    static Heard heard(String device, String id, Instant arrived, String body) {
        return new Heard(device, "swipe", new Stamp(id, arrived, arrived, false), body);
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
                Outcome.DENIED,
                Reason.OUTSIDE_HOURS);
    }

    static Entry entry(String site, Change... changes) {
        return new Entry(site, List.of(changes));
    }

    static Batch batch(Entry... entries) {
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

    static void execute(ServerAddress address, String sql) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Future<Void> register(
            Journal journal, Premises premises, Instant now, String actor, List<String> difference) {
        return journal.register(List.of(new SiteFileChange(premises, difference)), now, actor);
    }

    static Future<Memory> load(Journal journal, House house, Instant now) {
        return journal.load(List.of(house.site()), now).map(all -> all.get(house.site()));
    }
}
