package io.foyer.hub.mqtt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payloads field by field, as devices write them. */
final class Payloads {
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

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

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

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

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

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

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

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

            @Nullable Boolean occupied)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return device.kind() == Device.DeviceKind.PRESENCE ? FieldMeanings.presence(this) : PayloadFault.WRONG_KIND;
        }
    }

    record MeterPayload(
            @Nullable String id,

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

            @Nullable Double powerW,
            @Nullable BigDecimal energyKwh,
            @Nullable BigDecimal volumeM3,
            @Nullable Double flowM3h,
            @Nullable BigDecimal rxBytes,
            @Nullable BigDecimal txBytes)
            implements StampedPayload {
        @Override
        public FieldMeaning meaning(Device device, @Nullable Meter meter) {
            return meter == null ? PayloadFault.WRONG_KIND : FieldMeanings.metered(this, meter);
        }
    }

    record StatusPayload(
            @Nullable String id,

            @JsonDeserialize(using = PayloadReaders.TimeReader.class) @Nullable Instant at,

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
}
