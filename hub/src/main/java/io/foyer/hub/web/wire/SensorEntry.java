package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.occupancy.SensorFault;
import io.foyer.hub.domain.occupancy.SensorReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sensor that counts people, and its faults. */
public record SensorEntry(
        String device,
        Device.DeviceKind kind,

        @Schema(description = "The zone of a people counter or presence sensor") @Nullable String zone,

        @Schema(description = "The zone that people leave when a line counter counts them in") @Nullable String from,

        @Schema(description = "The zone that people enter when a line counter counts them in") @Nullable String to,

        @Schema(description = "Whether the sensor counts now")
        boolean known,

        @Nullable Instant heard,

        @Schema(description = "What is wrong with the sensor; empty where it is sound")
        List<FaultEntry> faults) {

    /** What is wrong with a sensor. */
    public record FaultEntry(SensorFault.FaultKind type, Instant since, BilingualText text) {}

    public static SensorEntry of(SensorReport report) {
        Device device = report.device();
        return new SensorEntry(
                device.id(),
                device.kind(),
                device.zone(),
                device.from(),
                device.to(),
                report.known(),
                report.heard(),
                report.faults().stream()
                        .map(fault -> new FaultEntry(fault.kind(), fault.since(), fault.evidence()))
                        .toList());
    }
}
