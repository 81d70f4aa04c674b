package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Device;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What waits for the store has a bound that nothing gets around, and what is given back is given back once. */
class PressureTest {
    private final StorePressure pressure = new StorePressure(new SimpleMeterRegistry());
    private final List<String> done = new ArrayList<>();

    private static Device device(String id, Device.DeviceKind kind) {
        return new Device(id, kind, null, null, null, null, null, null, List.of());
    }

    private StorePressure.ConnectionGauge gauge(Device device) {
        ReadGate reading = new ReadGate(() -> done.add("stop"), () -> done.add("start"), () -> {});
        return pressure.gauge(device, reading, () -> done.add("close"));
    }

    private static List<StorePressure.PressureShare> fill(StorePressure.ConnectionGauge gauge, String kind, int count) {
        return Stream.generate(() -> gauge.admit(kind, 1)).limit(count).toList();
    }

    @Test
    void a_counter_beyond_its_bound_is_not_read_until_half_of_it_is_gone() {
        StorePressure.ConnectionGauge gauge = gauge(device("cam", Device.DeviceKind.PEOPLE_COUNTER));
        List<StorePressure.PressureShare> shares = fill(gauge, "count", StorePressure.MOST_OF_ONE + 1);
        assertThat(done).containsExactly("stop");
        shares.subList(0, StorePressure.MOST_OF_ONE / 2).forEach(StorePressure.PressureShare::release);
        assertThat(done).containsExactly("stop");
        shares.get(StorePressure.MOST_OF_ONE / 2).release();
        assertThat(done).containsExactly("stop", "start");
    }

    @Test
    void a_reader_beyond_its_bound_is_read_its_swipes_kept_to_twice_the_bound_and_the_rest_dropped() {
        StorePressure.ConnectionGauge gauge = gauge(device("front-in", Device.DeviceKind.READER));
        List<StorePressure.PressureShare> shares = fill(gauge, "swipe", StorePressure.MOST_OF_ONE);
        assertThat(gauge.admit("status", 1)).isNull();
        fill(gauge, "swipe", StorePressure.MOST_OF_ONE);
        assertThat(gauge.admit("swipe", 1)).isNull();
        assertThat(done).isEmpty();
        shares.forEach(StorePressure.PressureShare::release);
        assertThat(gauge.admit("swipe", 1)).isNotNull();
    }

    @Test
    void who_comes_again_and_again_while_nothing_is_durable_is_refused_in_the_end() {
        Device cam = device("cam", Device.DeviceKind.PEOPLE_COUNTER);
        Device reader = device("front-in", Device.DeviceKind.READER);
        for (int login = 0; login < StorePressure.MOST_OF_ONE / 2; login++) {
            assertThat(pressure.connection(cam)).isNotNull();
            assertThat(pressure.connection(reader)).isNotNull();
        }
        assertThat(pressure.connection(cam)).isNull();
        assertThat(pressure.connection(reader)).as("a door has more room").isNotNull();
    }

    @Test
    void no_number_of_devices_gets_beyond_twice_the_bound_of_all() {
        List<StorePressure.PressureShare> shares = new ArrayList<>();
        for (int device = 0; device < 100; device++) {
            StorePressure.ConnectionGauge gauge = gauge(device("reader-" + device, Device.DeviceKind.READER));
            fillUntilFull(gauge, shares);
        }
        assertThat(shares).hasSize(2 * StorePressure.MOST_OF_ALL);
        shares.forEach(StorePressure.PressureShare::release);
        shares.forEach(StorePressure.PressureShare::release);
        assertThat(pressure.waiting()).as("given back once").isZero();
        assertThat(done)
                .as("each that was beyond the bound comes again")
                .isNotEmpty()
                .containsOnly("close");
    }

    private static void fillUntilFull(StorePressure.ConnectionGauge gauge, List<StorePressure.PressureShare> shares) {
        for (StorePressure.PressureShare share = gauge.admit("swipe", 1);
                share != null;
                share = gauge.admit("swipe", 1)) {
            shares.add(share);
        }
    }
}
