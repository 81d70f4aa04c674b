package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A day of a house with sensors of every kind, one within the other, in which anything may happen. The house has what a
 * viewer has: a snapshot, and every change since.
 */
final class HouseDay {
    static final List<String> LINES = List.of("front", "side", "stairs", "to-lounge", "to-open");
    static final List<String> CAMERAS = List.of("lounge-cam", "cafe-cam", "cafe-cam-2", "room-cam");
    static final List<String> SEATS = List.of("booth-seat", "desk-1", "desk-2");

    /** What may happen. */
    enum Happening {
        COUNT,
        /** The totals of a line begin again at zero. */
        BEGINS_AGAIN,
        /** A line tells totals that are wrong, once. */
        WRONG,
        ONLINE,
        OFFLINE,
        LOGIN,
        GOODBYE,
        LOSS,
        /** A person has counted the zone behind a line. */
        SET,
        /** A device leaves the site file, or comes back. */
        RELOAD,
        /** A zone moves to another floor, or back. */
        MOVE,
        RESTART
    }

    /** Something happens to a device {@code gap} milliseconds after what happened before; {@code late} minutes ago. */
    record Signal(Happening what, String device, int in, int out, long gap, int late) {}

    final Building building = house();
    final Map<String, ZoneCount> viewed = new LinkedHashMap<>();
    private final List<Device> all = List.copyOf(building.devices);
    private final Map<String, long[]> totals = new TreeMap<>();
    private final Set<String> there = new TreeSet<>();
    private Instant now = Building.minute(0);

    HouseDay() {
        snapshot();
    }

    private static Building house() {
        return new Building()
                .zone("house", null)
                .zone("f1", "house")
                .zone("lounge", "f1")
                .zone("booth", "lounge")
                .zone("cafe", "f1")
                .zone("f2", "house")
                .zone("open", "f2")
                .zone("room", "f2")
                .zone("store", "house")
                .line("front", "outside", "f1")
                .line("side", "outside", "f1")
                .line("stairs", "f1", "f2")
                .line("to-lounge", "f1", "lounge")
                .line("to-open", "f2", "open")
                .counter("lounge-cam", "lounge")
                .counter("cafe-cam", "cafe")
                .counter("cafe-cam-2", "cafe")
                .counter("room-cam", "room")
                .desk("booth-seat", "booth")
                .desk("desk-1", "open")
                .desk("desk-2", "open");
    }

    Instant now() {
        return now;
    }

    /** Plays signals, each followed by {@code after}. */
    HouseDay play(List<Signal> signals, Consumer<HouseDay> after) {
        for (Signal signal : signals) {
            pass(now.plusMillis(signal.gap()));
            happen(signal);
            after.accept(this);
        }
        return this;
    }

    /** Time passes: the house looks when it is due. */
    void pass(Instant until) {
        Instant due = building.occupancy.due();
        while (due != null && !due.isAfter(until)) {
            Instant at = due.isAfter(now) ? due : now;
            keep(effects -> building.occupancy.tick(at, effects));
            now = at;
            due = building.occupancy.due();
        }
        now = until;
    }

    /** The hub starts again from what it kept, and the devices come back. */
    void restart() {
        building.restart(now);
        there.forEach(building.occupancy::connected);
        snapshot();
    }

    private void snapshot() {
        viewed.clear();
        building.occupancy.all().forEach(zone -> viewed.put(zone.zone(), zone));
    }

    private void keep(Consumer<Effects> signal) {
        building.keep(signal).zones().forEach(zone -> viewed.put(zone.zone(), zone));
    }

    private void happen(Signal signal) {
        Occupancy occupancy = building.occupancy;
        String device = signal.device();
        switch (signal.what()) {
            case COUNT -> hear(signal, message(signal));
            case BEGINS_AGAIN -> {
                totals.put(device, new long[2]);
                hear(signal, message(signal));
            }
            case WRONG -> hear(signal, wrong(signal));
            case ONLINE -> keep(effects -> occupancy.status(device, true, now, effects));
            case OFFLINE -> keep(effects -> occupancy.status(device, false, now, effects));
            case LOGIN -> {
                there.add(device);
                occupancy.connected(device);
            }
            case GOODBYE, LOSS -> {
                there.remove(device);
                keep(effects -> occupancy.gone(device, signal.what() == Happening.LOSS, now, effects));
            }
            case SET -> {
                String zone =
                        building.zones.get(signal.out() % building.zones.size()).id();
                keep(effects -> occupancy.set(zone, signal.in(), now, effects));
            }
            case RELOAD -> {
                Device toggled = all.stream()
                        .filter(one -> one.id().equals(device))
                        .findFirst()
                        .orElseThrow();
                if (!building.devices.remove(toggled)) {
                    building.devices.add(toggled);
                }
                reload();
            }
            case MOVE -> {
                building.zones.replaceAll(zone -> zone.id().equals("room")
                        ? new Zone(
                                "room",
                                "f2".equals(zone.parent()) ? "f1" : "f2",
                                "zone",
                                zone.name(),
                                null,
                                null,
                                null,
                                null)
                        : zone);
                reload();
            }
            case RESTART -> restart();
        }
    }

    private void reload() {
        keep(effects -> building.occupancy.reload(building.definition(), now, effects));
    }

    private void hear(Signal signal, Message message) {
        hear(signal.device(), now.minusSeconds(60L * signal.late()), message);
    }

    /** A count that was made within the last second arrives now. */
    void hear(Signal signal, Instant at) {
        hear(signal.device(), at, message(signal));
    }

    private void hear(String device, Instant at, Message message) {
        ObservationTime moment = new ObservationTime(at, now, at.isAfter(now.minusSeconds(120)));
        keep(effects -> message.accept(new SensorMessage(building.occupancy, device, moment, effects)));
    }

    private Message message(Signal signal) {
        String device = signal.device();
        if (SEATS.contains(device)) {
            return new SeatPresence(signal.in() > 4);
        }
        if (CAMERAS.contains(device)) {
            return new HeadCount(signal.in());
        }
        if (device.equals("side") || device.equals("to-open")) {
            return new CounterSteps(signal.in(), signal.out());
        }
        long[] total = totals.computeIfAbsent(device, any -> new long[2]);
        total[0] += signal.in();
        total[1] += signal.out();
        return new CounterTotals(total[0], total[1]);
    }

    private Message wrong(Signal signal) {
        return LINES.contains(signal.device()) ? new CounterTotals(signal.in() * 37L, signal.out()) : message(signal);
    }
}
