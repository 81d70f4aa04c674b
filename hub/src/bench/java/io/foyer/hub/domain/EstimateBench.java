package io.foyer.hub.domain;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Device.DeviceKind;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.ObservationTime;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One signal in a house of 200 zones (ten floors of nineteen rooms) and 400 sensors: a camera or a line counter in each
 * room, the stairs, the entrance, and desks. Each house hears 40 signals a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class EstimateBench {
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    private static final int ROOMS = 189;
    private static final int SENSORS = 400;
    private static final int SIGNAL_MS = 25;

    @Param({"1", "10", "100"})
    int houses;

    private final List<Occupancy> all = new ArrayList<>();
    private final Random random = new Random(1);
    private long signals;

    @Setup
    public void open() {
        for (int house = 0; house < houses; house++) {
            Occupancy occupancy = Occupancy.restored(house(), List.of(), List.of(), List.of(), START);
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                occupancy.connected("s" + sensor);
                hear(occupancy, sensor, START, new Effects());
            }
            all.add(occupancy);
        }
    }

    @Benchmark
    public Effects signal() {
        Effects effects = new Effects();
        Occupancy occupancy = all.get((int) (signals % houses));
        Instant now = START.plusMillis(++signals / houses * SIGNAL_MS);
        Instant due = occupancy.due();
        if (due != null && !due.isAfter(now)) {
            occupancy.tick(now, effects);
        }
        hear(occupancy, random.nextInt(SENSORS), now, effects);
        return effects;
    }

    private void hear(Occupancy occupancy, int sensor, Instant now, Effects effects) {
        ObservationTime moment = new ObservationTime(now, now, true);
        switch (kind(sensor)) {
            case PEOPLE_COUNTER -> occupancy.present("s" + sensor, random.nextInt(6), moment, effects);
            case LINE_COUNTER -> occupancy.steps("s" + sensor, random.nextInt(2), random.nextInt(2), moment, effects);
            default -> occupancy.presence("s" + sensor, random.nextBoolean(), moment, effects);
        }
    }

    private static DeviceKind kind(int sensor) {
        if (sensor >= ROOMS + 11) {
            return DeviceKind.PRESENCE;
        }
        return sensor < ROOMS && sensor % 3 != 0 ? DeviceKind.PEOPLE_COUNTER : DeviceKind.LINE_COUNTER;
    }

    private static SiteDefinition house() {
        List<Zone> zones = new ArrayList<>(List.of(zone("house", null)));
        for (int floor = 0; floor < 10; floor++) {
            zones.add(zone("f" + floor, "house"));
        }
        for (int room = 0; room < ROOMS; room++) {
            zones.add(zone("r" + room, "f" + room % 10));
        }
        List<Device> devices = new ArrayList<>();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            devices.add(
                    switch (kind(sensor)) {
                        case PEOPLE_COUNTER -> device(sensor, DeviceKind.PEOPLE_COUNTER, null, null, "r" + sensor);
                        case LINE_COUNTER -> line(sensor);
                        default -> device(sensor, DeviceKind.PRESENCE, null, null, "r" + sensor % ROOMS);
                    });
        }
        return new SiteDefinition(
                "house",
                BilingualText.of("House"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                Map.of(),
                SiteDefinition.byId(devices, Device::id),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** Into a room, up the stairs, or into the house. */
    private static Device line(int sensor) {
        if (sensor < ROOMS) {
            return device(sensor, DeviceKind.LINE_COUNTER, "f" + sensor % 10, "r" + sensor, null);
        }
        int floor = sensor - ROOMS;
        return floor < 2
                ? device(sensor, DeviceKind.LINE_COUNTER, "outside", "f0", null)
                : device(sensor, DeviceKind.LINE_COUNTER, "f" + (floor - 2), "f" + (floor - 1), null);
    }

    private static Zone zone(String id, String parent) {
        return new Zone(id, parent, "zone", BilingualText.of(id), null, null, null, null);
    }

    private static Device device(int number, DeviceKind kind, String from, String to, String zone) {
        return new Device("s" + number, kind, null, null, from, to, zone, null, List.of());
    }

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(EstimateBench.class.getSimpleName())
                        .resultFormat(ResultFormatType.JSON)
                        .result("target/bench-estimate.json")
                        .build())
                .run();
    }
}
