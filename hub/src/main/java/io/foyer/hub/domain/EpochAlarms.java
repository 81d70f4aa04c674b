package io.foyer.hub.domain;

import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterEpoch;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells that a register counts anew: the step from the old level to the new one is missing in the ledger. */
final class EpochAlarms {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private EpochAlarms() {}

    /** @param device the device whose reading has shown it */
    static void tell(SiteDefinition site, Meter meter, Device device, Effects effects, Alarms alarms) {
        for (RegisterEpoch epoch : effects.epochs()) {
            BilingualText text = text(meter, device.id(), epoch, site.timeZone());
            effects.alarm(
                    alarms.happened(AlarmKind.NEW_EPOCH, meter.id(), epoch.to().at(), text));
        }
    }

    private static BilingualText text(Meter meter, String device, RegisterEpoch epoch, ZoneId zone) {
        String from = register(meter, epoch.from());
        String to = register(meter, epoch.to());
        String before = TIME.format(epoch.from().at().atZone(zone));
        String after = TIME.format(epoch.to().at().atZone(zone));
        return new BilingualText(
                meter.id() + "：设备 " + device + " 的读数由 " + from + "（" + before + "）变为 " + to + "（" + after
                        + "），无法解释；从新读数起重新计量，差值未入账。请查看表计是否更换、单位是否改变，必要时补录修正",
                meter.id() + ": the register that " + device + " tells went from " + from + " (" + before + ") to " + to
                        + " (" + after + "), which nothing explains. It counts anew from there, and the step is not"
                        + " booked. See whether the meter was exchanged or its unit has changed, and repair the stretch"
                        + " where use is missing.");
    }

    private static String register(Meter meter, Reading reading) {
        String unit =
                switch (meter.medium()) {
                    case ELECTRICITY -> " kWh";
                    case WATER -> " m³";
                    case NETWORK -> " B";
                };
        return meter.medium().decimal(reading.register()).toPlainString() + unit;
    }
}
