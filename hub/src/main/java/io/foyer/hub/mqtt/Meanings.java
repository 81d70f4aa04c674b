package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Margins;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Meter;
import org.jspecify.annotations.Nullable;

/** What a payload's fields mean: each kind of payload has a method. */
final class Meanings {
    private static final double MOST_REGISTER = 1e15;
    private static final double MOST_RATE = 1e9;
    private static final long MOST_TOTAL = 1_000_000_000_000L;
    private static final long MOST_PEOPLE = 100_000;
    private static final long MOST_PERCENT = 100;
    /** In dBm: below is no signal for any radio, above only what sends itself. */
    private static final long LEAST_RSSI = -150;

    private static final long MOST_RSSI = 20;

    private Meanings() {}

    static boolean isAtDoor(Device device) {
        return device.kind() == Device.Kind.READER || device.kind() == Device.Kind.CONTROLLER;
    }

    static Meaning swipe(Wire.Swipe swipe) {
        if (swipe.credential() == null || swipe.credential().isEmpty()) {
            return Fault.MISSING_FIELD;
        }
        if (!isText(swipe.credential()) || !isText(swipe.pin())) {
            return Fault.BAD_TEXT;
        }
        String credential = Margins.off(swipe.credential());
        if (credential.isEmpty()) {
            return Fault.MISSING_FIELD;
        }
        return new Meaning.Is(new Message.Swipe(
                credential,
                swipe.type() == null
                        ? CredentialType.CARD
                        : CredentialType.valueOf(swipe.type().name()),
                swipe.direction() == null
                        ? null
                        : Direction.valueOf(swipe.direction().name()),
                swipe.pin() == null ? null : Margins.off(swipe.pin()),
                swipe.decided() == null ? null : Outcome.valueOf(swipe.decided().name())));
    }

    static Meaning door(Wire.Door door) {
        if (door.contact() != null) {
            return new Meaning.Is(new Message.Contact(door.contact() == Wire.Contact.OPEN));
        }
        return door.event() == null
                ? Fault.MISSING_FIELD
                : new Meaning.Is(new Message.DoorEvent(
                        Message.DoorEvent.Kind.valueOf(door.event().name())));
    }

    static Meaning present(Wire.Count count) {
        if (count.present() == null) {
            return Fault.MISSING_FIELD;
        }
        return isWithin(count.present(), MOST_PEOPLE)
                ? new Meaning.Is(new Message.Present(count.present().intValue()))
                : Fault.OUT_OF_RANGE;
    }

    static Meaning line(Wire.Count count) {
        if (count.totalIn() != null && count.totalOut() != null) {
            return isWithin(count.totalIn(), MOST_TOTAL) && isWithin(count.totalOut(), MOST_TOTAL)
                    ? new Meaning.Is(new Message.Totals(count.totalIn(), count.totalOut()))
                    : Fault.OUT_OF_RANGE;
        }
        if (count.in() == null && count.out() == null) {
            return Fault.MISSING_FIELD;
        }
        long in = count.in() == null ? 0 : count.in();
        long out = count.out() == null ? 0 : count.out();
        return isWithin(in, MOST_PEOPLE) && isWithin(out, MOST_PEOPLE)
                ? new Meaning.Is(new Message.Steps((int) in, (int) out))
                : Fault.OUT_OF_RANGE;
    }

    static Meaning presence(Wire.Presence presence) {
        return presence.occupied() == null
                ? Fault.MISSING_FIELD
                : new Meaning.Is(new Message.Presence(presence.occupied()));
    }

    static Meaning metered(Wire.Metered wire, Meter meter) {
        Double register = register(wire, meter.medium());
        Double rate =
                switch (meter.medium()) {
                    case ELECTRICITY -> wire.powerW();
                    case WATER -> wire.flowM3h();
                    case NETWORK -> null;
                };
        if (register == null && rate == null) {
            return Fault.MISSING_FIELD;
        }
        boolean fits = (register == null || (register >= 0 && register <= MOST_REGISTER))
                && (rate == null || Math.abs(rate) <= MOST_RATE);
        return fits ? new Meaning.Is(new Message.Metered(register, rate)) : Fault.OUT_OF_RANGE;
    }

    /** Received and sent bytes are one register: what went over the line. */
    private static @Nullable Double register(Wire.Metered wire, Meter.Medium medium) {
        return switch (medium) {
            case ELECTRICITY -> wire.energyKwh();
            case WATER -> wire.volumeM3();
            case NETWORK -> {
                Double received = wire.rxBytes();
                Double sent = wire.txBytes();
                yield received == null || sent == null ? null : Double.valueOf(received + sent);
            }
        };
    }

    static Meaning status(Wire.Status status) {
        if (status.online() == null) {
            return Fault.MISSING_FIELD;
        }
        if (!isText(status.firmware())) {
            return Fault.BAD_TEXT;
        }
        Long battery = status.batteryPercent();
        Long rssi = status.rssiDbm();
        boolean fits = (battery == null || isWithin(battery, MOST_PERCENT))
                && (rssi == null || (rssi >= LEAST_RSSI && rssi <= MOST_RSSI));
        return fits
                ? new Meaning.Is(new Message.Status(
                        status.online(),
                        battery == null ? null : battery.intValue(),
                        rssi == null ? null : rssi.intValue(),
                        status.firmware()))
                : Fault.OUT_OF_RANGE;
    }

    private static boolean isWithin(long value, long most) {
        return value >= 0 && value <= most;
    }

    /** U+0000 is no text: no database keeps it. */
    static boolean isText(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0;
    }
}
