package io.foyer.hub.mqtt;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes payloads into messages. Total: for any bytes the answer is a value. */
final class PayloadDecoder {
    /** In bytes. A larger payload is a fault. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_CHARACTERS = 256;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_CHARACTERS)
                            .maxNestingDepth(32)
                            .build())
                    .build())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addModule(new SimpleModule().addDeserializer(Long.class, new PayloadReaders.WholeNumberReader()))
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final Map<String, ObjectReader> READERS = Map.of(
            "swipe", MAPPER.readerFor(Payloads.SwipePayload.class),
            "door", MAPPER.readerFor(Payloads.DoorPayload.class),
            "count", MAPPER.readerFor(Payloads.CountPayload.class),
            "presence", MAPPER.readerFor(Payloads.PresencePayload.class),
            "meter", MAPPER.readerFor(Payloads.MeterPayload.class),
            "status", MAPPER.readerFor(Payloads.StatusPayload.class));

    private static final Map<Class<?>, PayloadFault> FAULTS = Map.of(
            PayloadReaders.BadTimeFault.class, PayloadFault.BAD_TIME,
            StreamConstraintsException.class, PayloadFault.BAD_TEXT,
            InputCoercionException.class, PayloadFault.OUT_OF_RANGE,
            JsonParseException.class, PayloadFault.NOT_JSON,
            JsonEOFException.class, PayloadFault.NOT_JSON);

    private PayloadDecoder() {}

    /** The kinds that the last level of a topic may name. */
    static Set<String> kinds() {
        return READERS.keySet();
    }

    /**
     * Decodes one payload.
     *
     * @param kind the last level of the topic
     * @param meter the meter of the device, or null where the device is no meter
     */
    static PayloadResult decode(
            String kind, Device device, @Nullable Meter meter, byte[] payload, Instant arrived, boolean retained) {
        if (retained && payload.length == 0) {
            return PayloadResult.EmptyPayload.SAID;
        }
        ObjectReader reader = READERS.get(kind);
        if (reader == null) {
            return PayloadFault.UNKNOWN_TOPIC;
        }
        if (payload.length > MOST_BYTES) {
            return PayloadFault.TOO_LARGE;
        }
        String body = text(payload);
        if (body == null) {
            return PayloadFault.INVALID_UTF8;
        }
        try {
            Payloads.StampedPayload wire = reader.readValue(body);
            if (wire == null) {
                return PayloadFault.WRONG_TYPE;
            }
            if (!FieldMeanings.isText(wire.id())) {
                return PayloadFault.BAD_TEXT;
            }
            Instant at = wire.at();
            if (at != null && at.isBefore(EARLIEST)) {
                return PayloadFault.BAD_TIME;
            }
            boolean ahead = at != null && at.isAfter(arrived.plus(MessageStamp.MOST_AHEAD));
            if (ahead && !wire.awaitsAnswer()) {
                return PayloadFault.BAD_TIME;
            }
            MessageStamp stamp = ahead
                    ? MessageStamp.ahead(wire.id(), arrived, retained)
                    : new MessageStamp(wire.id(), at, arrived, retained);
            return wire.meaning(device, meter).decoded(stamp, body);
        } catch (JacksonException e) {
            return faultOf(e);
        }
    }

    private static @Nullable String text(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return text;
    }

    /** The fault behind an exception of Jackson. An exception from a deserializer is the cause of Jackson's. */
    private static PayloadFault faultOf(JacksonException e) {
        PayloadFault inner =
                e.getCause() == null ? null : FAULTS.get(e.getCause().getClass());
        return inner == null ? FAULTS.getOrDefault(e.getClass(), PayloadFault.WRONG_TYPE) : inner;
    }
}
