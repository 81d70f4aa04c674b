package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sensor is.
 *
 * @param known true where the sensor counts now
 * @param heard when the hub last heard the sensor; null where it never did
 * @param faults what is wrong with the sensor
 */
public record SensorReport(
        Device device, boolean known, @Nullable Instant heard, List<SensorFault> faults) {
    public SensorReport {
        faults = List.copyOf(faults);
    }

    static List<SensorReport> of(Collection<OccupancySensor> sensors) {
        return sensors.stream()
                .sorted(Comparator.comparing(sensor -> sensor.device.id()))
                .map(sensor -> new SensorReport(
                        sensor.device,
                        sensor.isPresent(),
                        sensor.source() == null ? null : sensor.source().heard(),
                        List.copyOf(sensor.health.faults())))
                .toList();
    }
}
