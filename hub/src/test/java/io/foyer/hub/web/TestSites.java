package io.foyer.hub.web;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Explanation.RuleAnswer;
import io.foyer.hub.domain.access.Explanation.Verdict;
import io.foyer.hub.domain.access.Muster.MusterEntry;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.SensorFault;
import io.foyer.hub.domain.occupancy.SensorReport;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two sites in memory, and what people commanded them. */
public final class TestSites implements SiteDirectory {
    public volatile DemandOutlook outlook;
    public volatile Repairs repairs = Repairs.NONE;
    public final List<Command> commands = new CopyOnWriteArrayList<>();
    public final List<PeopleFile> files = new CopyOnWriteArrayList<>();
    public final List<FileCredentials> screened = new CopyOnWriteArrayList<>();
    public final List<String> actors = new CopyOnWriteArrayList<>();
    public volatile Reply reply = new Reply.Success();
    public volatile Future<List<String>> reloaded = Future.succeededFuture(List.of("harbour: zone attic is new"));
    public volatile SiteDefinition harbour = definition("harbour", 40);
    private final SiteDefinition other = definition("other", 40);

    public static SiteDefinition definition(String site, int loungeCapacity, Zone... more) {
        List<Zone> zones = new ArrayList<>(
                List.of(zone("house", null, 300), zone("f1", "house", null), zone("lounge", "f1", loungeCapacity)));
        zones.addAll(List.of(more));
        List<Meter> meters = List.of(
                meter("main", Meter.Medium.ELECTRICITY, null, "house"),
                meter("f1-light", Meter.Medium.ELECTRICITY, "main", "f1"),
                meter("lounge-plugs", Meter.Medium.ELECTRICITY, "f1-light", "lounge"),
                meter("f1-fans", Meter.Medium.ELECTRICITY, "main", "f1"),
                meter("tap", Meter.Medium.WATER, null, "house"),
                meter("line", Meter.Medium.NETWORK, null, "house"));
        return new SiteDefinition(
                site,
                new BilingualText("港湾社", "Harbour House"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                SiteDefinition.byId(
                        List.of(new Door("front", "outside", "f1", 5, Door.DoorUse.SECURE, false)), Door::id),
                Map.of(),
                SiteDefinition.byId(meters, Meter::id),
                Map.of(),
                Map.of());
    }

    public static Zone zone(String id, String parent, Integer capacity) {
        return new Zone(id, parent, "room", new BilingualText(id + " 区", id), null, capacity, null, null);
    }

    private static Meter meter(String id, Meter.Medium medium, String parent, String zone) {
        return new Meter(id, medium, parent, zone, null, null, null, null);
    }

    @Override
    public Optional<SiteDefinition> definition(String site) {
        return definitions().stream()
                .filter(definition -> definition.site().equals(site))
                .findFirst();
    }

    @Override
    public List<SiteDefinition> definitions() {
        return List.of(harbour, other);
    }

    @Override
    public Future<Reply> change(String site, Command command, String actor) {
        commands.add(command);
        actors.add(actor);
        return Future.succeededFuture(reply);
    }

    @Override
    public Future<Reply> importPeople(String site, PeopleFile file, String actor) {
        files.add(file);
        actors.add(actor);
        return Future.succeededFuture(reply);
    }

    @Override
    public Future<Reply> screen(String site, FileCredentials credentials) {
        screened.add(credentials);
        return Future.succeededFuture(reply);
    }

    @Override
    public Future<Optional<Explanation>> explain(String site, AccessQuestion question) {
        RuleAnswer step = new RuleAnswer(
                AccessReason.UNKNOWN_DOOR, Verdict.PASSES, new BilingualText("有此门", "the door is known"));
        RuleAnswer end =
                new RuleAnswer(AccessReason.OUTSIDE_HOURS, Verdict.NOT_ASKED, new BilingualText("未问", "not asked"));
        return Future.succeededFuture(Optional.of(
                new Explanation(AccessOutcome.DENIED, AccessReason.UNKNOWN_CREDENTIAL, List.of(step, end))));
    }

    @Override
    public Future<Optional<List<MusterEntry>>> muster(String site) {
        return Future.succeededFuture(Optional.of(List.of(
                new MusterEntry("ann", null, "Ann", "lounge", Instant.parse("2026-11-23T05:00:00Z")),
                new MusterEntry(null, "v1", "Bo", "lounge", Instant.parse("2026-11-23T05:10:00Z")))));
    }

    @Override
    public Future<Optional<List<SensorReport>>> sensors(String site) {
        Device camera =
                new Device("cam", Device.DeviceKind.PEOPLE_COUNTER, null, null, null, null, "lounge", null, List.of());
        Instant at = Instant.parse("2026-11-23T05:00:00Z");
        SensorFault stuck = new SensorFault(
                "cam", SensorFault.FaultKind.STUCK, at, null, new BilingualText("卡住", "cam: it is stuck"));
        return Future.succeededFuture(Optional.of(List.of(new SensorReport(camera, false, at, List.of(stuck)))));
    }

    @Override
    public Future<Optional<List<AccuracyState>>> accuracies(String site) {
        return Future.succeededFuture(Optional.of(List.of(
                new AccuracyState("lounge", 40, 30, 20, Instant.EPOCH),
                new AccuracyState("f1", 0, 0, 0, Instant.EPOCH))));
    }

    @Override
    public Future<Optional<DemandOutlook>> demand(String site, String meter) {
        return Future.succeededFuture(Optional.ofNullable(outlook));
    }

    @Override
    public Future<Void> folded(String site) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<Repairs>> repairs(String site, String meter) {
        return Future.succeededFuture(Optional.of(repairs));
    }

    @Override
    public Future<List<String>> reload(String actor) {
        return reloaded;
    }
}
