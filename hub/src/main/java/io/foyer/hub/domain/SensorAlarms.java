package io.foyer.hub.domain;

import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.occupancy.SensorFault;
import io.foyer.hub.domain.occupancy.SensorFault.FaultKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The alarms of sensors. An alarm that goes on is also the memory of its fault over a restart. */
public final class SensorAlarms {
    private SensorAlarms() {}

    private static AlarmKind of(FaultKind kind) {
        return switch (kind) {
            case STUCK -> AlarmKind.SENSOR_STUCK;
            case SILENT -> AlarmKind.SENSOR_SILENT;
            case FLAPPING -> AlarmKind.SENSOR_FLAPPING;
            case IMPOSSIBLE -> AlarmKind.SENSOR_IMPOSSIBLE;
            case DISAGREEING -> AlarmKind.SENSOR_DISAGREEING;
        };
    }

    /** Begins and ends alarms by what is wrong with sensors now. */
    static void tell(Effects effects, Alarms alarms) {
        for (SensorFault fault : effects.faults()) {
            Instant until = fault.until();
            AlarmKind kind = of(fault.kind());
            effects.alarm(
                    until == null
                            ? alarms.began(kind, fault.device(), fault.since(), fault.evidence())
                            : alarms.ended(kind, fault.device(), until));
        }
    }

    /** What is wrong with sensors, by the alarms that go on. */
    public static List<SensorFault> faults(Collection<Alarm> alarms) {
        return alarms.stream()
                .filter(alarm -> alarm.until() == null)
                .flatMap(alarm -> kind(alarm.kind()).stream()
                        .map(kind -> new SensorFault(alarm.subject(), kind, alarm.since(), null, alarm.text())))
                .toList();
    }

    private static Optional<FaultKind> kind(AlarmKind kind) {
        return Arrays.stream(FaultKind.values())
                .filter(fault -> of(fault) == kind)
                .findFirst();
    }
}
