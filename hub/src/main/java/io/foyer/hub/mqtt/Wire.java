package io.foyer.hub.mqtt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Meter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payloads as they are written, field by field. */
final class Wire {
    /** Up to here every whole number is a double. */
    private static final double MOST_EXACT = 1L << 53;

    private Wire() {}

    /** Every payload may say when it was made and by which id it is known again. */
    sealed interface Stamped {
        @Nullable String id();

        @Nullable Instant at();

        /** What the payload means, coming from a device of this kind. */
        Meaning meaning(Device device, @Nullable Meter meter);

        /** Whether somebody stands at the door and waits for an answer. */
        default boolean awaitsAnswer() {
            return false;
        }
    }

    record Swipe(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable String credential,
            @Nullable Type type,
            @Nullable Way direction,
            @Nullable String pin,
            @Nullable Decided decided)
            implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return Meanings.isAtDoor(device) ? Meanings.swipe(this) : Fault.WRONG_KIND;
        }

        @Override
        public boolean awaitsAnswer() {
            return decided == null;
        }
    }

    enum Type {
        @JsonProperty("card")
        CARD,
        @JsonProperty("pin")
        PIN,
        @JsonProperty("qr")
        QR,
        @JsonProperty("mobile")
        MOBILE,
        @JsonProperty("plate")
        PLATE
    }

    enum Way {
        @JsonProperty("in")
        IN,
        @JsonProperty("out")
        OUT
    }

    enum Decided {
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("denied")
        DENIED
    }

    record Door(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable Contact contact,
            @Nullable Event event)
            implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return Meanings.isAtDoor(device) ? Meanings.door(this) : Fault.WRONG_KIND;
        }
    }

    enum Contact {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    enum Event {
        @JsonProperty("exit-button")
        EXIT_BUTTON,
        @JsonProperty("tamper")
        TAMPER
    }

    record Count(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable Long totalIn,
            @Nullable Long totalOut,
            @Nullable Long in,
            @Nullable Long out,
            @Nullable Long present)
            implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return switch (device.kind()) {
                case PEOPLE_COUNTER -> Meanings.present(this);
                case LINE_COUNTER -> Meanings.line(this);
                case READER, CONTROLLER, PRESENCE, METER, GATEWAY -> Fault.WRONG_KIND;
            };
        }
    }

    record Presence(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable Boolean occupied) implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return device.kind() == Device.Kind.PRESENCE ? Meanings.presence(this) : Fault.WRONG_KIND;
        }
    }

    record Metered(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable Double powerW,
            @Nullable Double energyKwh,
            @Nullable Double volumeM3,
            @Nullable Double flowM3h,
            @Nullable Double rxBytes,
            @Nullable Double txBytes)
            implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return meter == null ? Fault.WRONG_KIND : Meanings.metered(this, meter);
        }
    }

    record Status(
            @Nullable String id,
            @JsonDeserialize(using = At.class) @Nullable Instant at,
            @Nullable Boolean online,
            @Nullable Long batteryPercent,
            @Nullable Long rssiDbm,
            @Nullable String firmware)
            implements Stamped {
        @Override
        public Meaning meaning(Device device, @Nullable Meter meter) {
            return Meanings.status(this);
        }
    }

    /** ISO-8601 with an offset, or epoch milliseconds. */
    static final class At extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                if (parser.currentToken().isNumeric()) {
                    Long whole = whole(parser);
                    if (whole != null) {
                        return Instant.ofEpochMilli(whole);
                    }
                }
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    return IsoTime.parse(parser.getText());
                }
            } catch (DateTimeException e) {
                throw new BadTime(parser);
            }
            throw new BadTime(parser);
        }
    }

    /** A whole number, also one that is written {@code 3.0} or {@code 3e0}. */
    static final class Whole extends JsonDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Long whole = parser.currentToken().isNumeric() ? whole(parser) : null;
            return whole == null ? (Long) context.handleUnexpectedToken(Long.class, parser) : whole;
        }
    }

    /** Null where the number has a fraction. */
    private static @Nullable Long whole(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        double number = parser.getDoubleValue();
        if (Math.abs(number) > MOST_EXACT) {
            throw new InputCoercionException(parser, "too large", JsonToken.VALUE_NUMBER_FLOAT, Long.class);
        }
        return number == Math.rint(number) ? (Long) (long) number : null;
    }

    /** An {@code at} that is no time. */
    static final class BadTime extends JsonParseException {
        private static final long serialVersionUID = 1L;

        BadTime(JsonParser parser) {
            super(parser, "not a time");
        }
    }
}
