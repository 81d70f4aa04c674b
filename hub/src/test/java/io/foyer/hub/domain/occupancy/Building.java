package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.OccupancyChange;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceKey;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A house for trying out sensors in, with what a journal would keep of it. Times are minutes after noon. */
final class Building {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final Map<String, SensorState> sources = new LinkedHashMap<>();
    final Map<BalanceKey, BalanceState> balances =
            new TreeMap<>(Comparator.comparing(BalanceKey::zone).thenComparing(BalanceKey::source));
    private final StepFunctions kept = new StepFunctions();
    final Map<String, TreeMap<Instant, CountPoint>> points = kept.points;
    /** What is wrong now, by device and kind. */
    final Map<String, SensorFault> faults = new LinkedHashMap<>();

    final List<Zone> zones = new ArrayList<>();
    final List<Device> devices = new ArrayList<>();
    Occupancy occupancy = Occupancy.restored(definition(), List.of(), List.of(), List.of(), NOON);

    static Instant minute(double minute) {
        return NOON.plusMillis((long) (minute * 60_000));
    }

    Building zone(String id, @Nullable String parent) {
        return zone(id, parent, "zone");
    }

    Building zone(String id, @Nullable String parent, String kind) {
        zones.add(new Zone(id, parent, kind, BilingualText.of(id), null, null, null, null));
        return reload(0);
    }

    Building counter(String id, String zone) {
        devices.add(new Device(id, Device.DeviceKind.PEOPLE_COUNTER, null, null, null, null, zone, null, List.of()));
        return reload(0);
    }

    Building desk(String id, String zone) {
        devices.add(new Device(id, Device.DeviceKind.PRESENCE, null, null, null, null, zone, null, List.of()));
        return reload(0);
    }

    Building line(String id, String from, String to) {
        devices.add(new Device(id, Device.DeviceKind.LINE_COUNTER, null, null, from, to, null, null, List.of()));
        return reload(0);
    }

    Building gateway(String id, String... speaksFor) {
        devices.add(new Device(id, Device.DeviceKind.GATEWAY, null, null, null, null, null, null, List.of(speaksFor)));
        return reload(0);
    }

    Building without(String device) {
        devices.removeIf(one -> one.id().equals(device));
        return this;
    }

    SiteDefinition definition() {
        return new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                Map.of(),
                SiteDefinition.byId(devices, Device::id),
                Map.of(),
                Map.of(),
                Map.of());
    }

    Building reload(double minute) {
        keep(effects -> occupancy.reload(definition(), minute(minute), effects));
        return this;
    }

    /** A live message that arrives when it was made. */
    Effects hear(String device, double minute, Message message) {
        return keep(device, message, new ObservationTime(minute(minute), minute(minute), true));
    }

    Effects late(String device, double minute, double arrived, Message message) {
        return keep(device, message, new ObservationTime(minute(minute), minute(arrived), false));
    }

    Effects tick(double minute) {
        return keep(effects -> occupancy.tick(minute(minute), effects));
    }

    private Effects keep(String device, Message message, ObservationTime moment) {
        return keep(effects -> message.accept(new SensorMessage(occupancy, device, moment, effects)));
    }

    /** What a signal brings about, when it is kept. */
    Effects keep(Consumer<Effects> signal) {
        Effects effects = new Effects();
        signal.accept(effects);
        for (Change change : effects.changes()) {
            if (change instanceof OccupancyChange.SensorUpdate is) {
                sources.put(is.source().device(), is.source());
            } else if (change instanceof OccupancyChange.BalanceUpdate is) {
                balances.put(is.state().key(), is.state());
            } else if (change instanceof OccupancyChange.CountRecord counted) {
                kept.counted(counted.point());
            } else if (change instanceof OccupancyChange.PassageRecord passed) {
                kept.passed(passed.zone(), passed.at(), passed.entries(), passed.exits());
            } else if (change instanceof OccupancyChange.ShiftRecord shifted) {
                kept.shifted(shifted.zone(), shifted.from(), shifted.until(), shifted.delta());
            }
        }
        for (SensorFault fault : effects.faults()) {
            if (fault.until() == null) {
                faults.put(fault.device() + " " + fault.kind(), fault);
            } else {
                faults.remove(fault.device() + " " + fault.kind());
            }
        }
        return effects;
    }

    /** Time passes, minute by minute. */
    void pass(int from, int until) {
        for (int minute = from; minute <= until; minute++) {
            tick(minute);
        }
    }

    /** What the lines at the border of a zone have counted. */
    BalanceState lines(String zone) {
        return balances.get(new BalanceKey(zone, BalanceSource.LINES));
    }

    void restart(double minute) {
        restart(minute(minute));
    }

    void restart(Instant now) {
        occupancy = Occupancy.restored(
                definition(),
                List.copyOf(sources.values()),
                List.copyOf(balances.values()),
                List.copyOf(faults.values()),
                now);
        List<CountPoint> newest = new ArrayList<>();
        points.values()
                .forEach(all -> newest.addAll(all.descendingMap().values().stream()
                        .limit(CountPoint.CHANGEABLE)
                        .toList()));
        newest.sort(Comparator.comparing(CountPoint::at));
        occupancy.recall(newest, now);
    }

    ZoneCount at(String zone) {
        return occupancy.all().stream()
                .filter(one -> one.zone().equals(zone))
                .findFirst()
                .orElseThrow();
    }

    /** What a zone's count is, how sure, and since when. */
    record CountView(
            String zone,
            @Nullable Integer count,
            ZoneCount.CountState state,
            double confidence,
            @Nullable Instant asOf) {}

    CountView view(String zone) {
        ZoneCount now = at(zone);
        double confidence = Math.round(now.confidence() * 100) / 100.0;
        return new CountView(zone, now.count(), now.state(), confidence, now.asOf());
    }

    @Nullable Integer count(String zone) {
        return at(zone).count();
    }

    /** The zone's step function: {@code minute count +entries -exits}. */
    List<String> history(String zone) {
        return points.getOrDefault(zone, new TreeMap<>()).values().stream()
                .map(point -> (point.at().getEpochSecond() - NOON.getEpochSecond()) / 60 + " " + point.count()
                        + (point.entries() > 0 ? " +" + point.entries() : "")
                        + (point.exits() > 0 ? " -" + point.exits() : ""))
                .toList();
    }
}
