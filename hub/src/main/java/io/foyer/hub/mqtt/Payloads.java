package io.foyer.hub.mqtt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payloads field by field, as devices write them. */
final class Payloads {
    /** Up to this value a double holds every whole number. */
    private static final double MOST_EXACT = 1L << 53;

    private Payloads() {}

    /** Every payload may tell when the device made it, and an id by which the hub knows it again. */
    sealed interface StampedPayload {
        @Nullable String id();

        @Nullable Instant at();

        /** The meaning of the payload from a device of this kind. */
        FieldMeaning meaning(Device device, @Nullable Meter meter);

        /** True where a person stands at the door and waits for an answer. */
        default boolean awaitsAnswer() {
            return false;
        }
    }

    record SwipePayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable String credential,
            @Nullable TypeName type,
            @Nullable DirectionName direction,
            @Nullable String pin,
            @Nullable DecisionName decided)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return FieldMeanings.isAtDoor(device) ? FieldMeanings.swipe(this) : PayloadFault.WRONG_KIND;
        }

        @Override
        public boolean awaitsAnswer() {
            return decided == null;
        }
    }

    enum TypeName {
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

    enum DirectionName {
        @JsonProperty("in")
        IN,
        @JsonProperty("out")
        OUT
    }

    enum DecisionName {
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("denied")
        DENIED
    }

    record DoorPayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable ContactName contact,
            @Nullable DoorEventName event)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return FieldMeanings.isAtDoor(device) ? FieldMeanings.door(this) : PayloadFault.WRONG_KIND;
        }
    }

    enum ContactName {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    enum DoorEventName {
        @JsonProperty("exit-button")
        EXIT_BUTTON,
        @JsonProperty("tamper")
        TAMPER
    }

    record CountPayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable Long totalIn,
            @Nullable Long totalOut,
            @Nullable Long in,
            @Nullable Long out,
            @Nullable Long present)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return switch (device.kind()) {
                case PEOPLE_COUNTER -> FieldMeanings.present(this);
                case LINE_COUNTER -> FieldMeanings.line(this);
                case READER, CONTROLLER, PRESENCE, METER, GATEWAY -> PayloadFault.WRONG_KIND;
            };
        }
    }

    record PresencePayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable Boolean occupied)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return device.kind() == Device.DeviceKind.PRESENCE ? FieldMeanings.presence(this) : PayloadFault.WRONG_KIND;
        }
    }

    record MeterPayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable Double powerW,
            @Nullable Double energyKwh,
            @Nullable Double volumeM3,
            @Nullable Double flowM3h,
            @Nullable Double rxBytes,
            @Nullable Double txBytes)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return meter == null ? PayloadFault.WRONG_KIND : FieldMeanings.metered(this, meter);
        }
    }

    record StatusPayload(
            @Nullable String id,

            @JsonDeserialize(using = TimeReader.class) @Nullable Instant at,

            @Nullable Boolean online,
            @Nullable Long batteryPercent,
            @Nullable Long rssiDbm,
            @Nullable String firmware)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return FieldMeanings.status(this);
        }
    }

    /** Reads ISO-8601 with an offset, or epoch milliseconds. */
    static final class TimeReader extends JsonDeserializer<Instant> {
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
                throw new BadTimeFault(parser);
            }
            throw new BadTimeFault(parser);
        }
    }

    /** Reads a whole number, also in the form {@code 3.0} or {@code 3e0}. */
    static final class WholeNumberReader extends JsonDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Long whole = parser.currentToken().isNumeric() ? whole(parser) : null;
            return whole == null ? (Long) context.handleUnexpectedToken(Long.class, parser) : whole;
        }
    }

    /** The whole number; null where the number has a fraction. */
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

    /** The text of {@code at} is no time. */
    static final class BadTimeFault extends JsonParseException {
        private static final long serialVersionUID = 1L;

        BadTimeFault(JsonParser parser) {
            super(parser, "not a time");
        }
    }
}
