package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.TextMargins;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Meter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Gives the fields of a payload their meaning, with one method for each kind of payload. */
final class FieldMeanings {
    private static final double MOST_RATE = 1e9;
    private static final long MOST_TOTAL = 1_000_000_000_000L;
    private static final long MOST_PEOPLE = 100_000;
    private static final long MOST_PERCENT = 100;
    /** In dBm. No radio hears a weaker signal. Only the sender itself has a signal above the other bound. */
    private static final long LEAST_RSSI = -150;

    private static final long MOST_RSSI = 20;

    private FieldMeanings() {}

    static boolean isAtDoor(Device device) {
        return device.kind() == Device.DeviceKind.READER || device.kind() == Device.DeviceKind.CONTROLLER;
    }

    static FieldMeaning swipe(Payloads.SwipePayload swipe) {
        if (swipe.credential() == null || swipe.credential().isEmpty()) {
            return PayloadFault.MISSING_FIELD;
        }
        if (!isText(swipe.credential()) || !isText(swipe.pin())) {
            return PayloadFault.BAD_TEXT;
        }
        String credential = TextMargins.off(swipe.credential());
        if (credential.isEmpty()) {
            return PayloadFault.MISSING_FIELD;
        }
        return new FieldMeaning.MessageMeaning(new Message.CardSwipe(
                credential,
                swipe.type() == null
                        ? CredentialType.CARD
                        : CredentialType.valueOf(swipe.type().name()),
                swipe.direction() == null
                        ? null
                        : Direction.valueOf(swipe.direction().name()),
                swipe.pin() == null ? null : TextMargins.off(swipe.pin()),
                swipe.decided() == null
                        ? null
                        : AccessOutcome.valueOf(swipe.decided().name())));
    }

    static FieldMeaning door(Payloads.DoorPayload door) {
        if (door.contact() != null) {
            return new FieldMeaning.MessageMeaning(
                    new Message.ContactReport(door.contact() == Payloads.ContactName.OPEN));
        }
        return door.event() == null
                ? PayloadFault.MISSING_FIELD
                : new FieldMeaning.MessageMeaning(new Message.DoorEvent(
                        Message.DoorEvent.DoorEventKind.valueOf(door.event().name())));
    }

    static FieldMeaning present(Payloads.CountPayload count) {
        if (count.present() == null) {
            return PayloadFault.MISSING_FIELD;
        }
        return isWithin(count.present(), MOST_PEOPLE)
                ? new FieldMeaning.MessageMeaning(
                        new Message.HeadCount(count.present().intValue()))
                : PayloadFault.OUT_OF_RANGE;
    }

    static FieldMeaning line(Payloads.CountPayload count) {
        if (count.totalIn() != null && count.totalOut() != null) {
            return isWithin(count.totalIn(), MOST_TOTAL) && isWithin(count.totalOut(), MOST_TOTAL)
                    ? new FieldMeaning.MessageMeaning(new Message.CounterTotals(count.totalIn(), count.totalOut()))
                    : PayloadFault.OUT_OF_RANGE;
        }
        if (count.in() == null && count.out() == null) {
            return PayloadFault.MISSING_FIELD;
        }
        long in = count.in() == null ? 0 : count.in();
        long out = count.out() == null ? 0 : count.out();
        return isWithin(in, MOST_PEOPLE) && isWithin(out, MOST_PEOPLE)
                ? new FieldMeaning.MessageMeaning(new Message.CounterSteps((int) in, (int) out))
                : PayloadFault.OUT_OF_RANGE;
    }

    static FieldMeaning presence(Payloads.PresencePayload presence) {
        return presence.occupied() == null
                ? PayloadFault.MISSING_FIELD
                : new FieldMeaning.MessageMeaning(new Message.SeatPresence(presence.occupied()));
    }

    static FieldMeaning metered(Payloads.MeterPayload wire, Meter meter) {
        List<BigDecimal> registers = registers(wire, meter.medium());
        Double rate =
                switch (meter.medium()) {
                    case ELECTRICITY -> wire.powerW();
                    case WATER -> wire.flowM3h();
                    case NETWORK -> null;
                };
        if (registers.isEmpty() && rate == null) {
            return PayloadFault.MISSING_FIELD;
        }
        boolean fits = rate == null || Math.abs(rate) <= MOST_RATE;
        long register = 0;
        for (BigDecimal part : registers) {
            OptionalLong whole = meter.medium().whole(part);
            fits &= whole.isPresent();
            register += whole.orElse(0);
        }
        return fits && register <= Meter.Medium.MOST
                ? new FieldMeaning.MessageMeaning(
                        new Message.MeterReport(registers.isEmpty() ? null : (Long) register, rate))
                : PayloadFault.OUT_OF_RANGE;
    }

    /**
     * What adds up to the register of a meter. Received and sent bytes of a network meter make one register: the traffic
     * of the line.
     */
    private static List<BigDecimal> registers(Payloads.MeterPayload wire, Meter.Medium medium) {
        List<@Nullable BigDecimal> all =
                switch (medium) {
                    case ELECTRICITY -> Collections.singletonList(wire.energyKwh());
                    case WATER -> Collections.singletonList(wire.volumeM3());
                    case NETWORK -> Arrays.asList(wire.rxBytes(), wire.txBytes());
                };
        return all.contains(null) ? List.of() : List.copyOf(all);
    }

    static FieldMeaning status(Payloads.StatusPayload status) {
        if (status.online() == null) {
            return PayloadFault.MISSING_FIELD;
        }
        if (!isText(status.firmware())) {
            return PayloadFault.BAD_TEXT;
        }
        Long battery = status.batteryPercent();
        Long rssi = status.rssiDbm();
        boolean fits = (battery == null || isWithin(battery, MOST_PERCENT))
                && (rssi == null || (rssi >= LEAST_RSSI && rssi <= MOST_RSSI));
        return fits
                ? new FieldMeaning.MessageMeaning(new Message.DeviceStatus(
                        status.online(),
                        battery == null ? null : battery.intValue(),
                        rssi == null ? null : rssi.intValue(),
                        status.firmware()))
                : PayloadFault.OUT_OF_RANGE;
    }

    private static boolean isWithin(long value, long most) {
        return value >= 0 && value <= most;
    }

    /** False where the text has U+0000, because no database keeps that character. */
    static boolean isText(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0;
    }
}
