package io.foyer.hub.web.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.foyer.hub.domain.definition.Code;
import java.io.IOException;

/**
 * Writes records as JSON and reads them back. Instants are in UTC with a Z. {@link Code} writes the constants of an
 * enum. The reader never takes a value of one type for a value of another.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new CodeSerializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Integer, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Boolean, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build();

    /** The hub writes constants in small letters, and later versions of it write more keys. */
    private static final JsonMapper OWN = MAPPER.rebuild()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    @SuppressWarnings("rawtypes") // an enum of any kind
    private static final class CodeSerializer extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        CodeSerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum constant, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(Code.of(constant));
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record must be writable: " + value.getClass(), e);
        }
    }

    /** A record as a tree, to be put into another tree. */
    public static JsonNode tree(Record value) {
        return MAPPER.valueToTree(value);
    }

    /** The tree of a JSON text that this hub has written. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON", e);
        }
    }

    /** Reads a record that this hub, or an earlier or later version of it, has written. */
    public static <T> T own(String json, Class<T> type) {
        try {
            return OWN.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what this hub writes", e);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record must be writable: " + value.getClass(), e);
        }
    }

    /** Reads one JSON value. Throws where the bytes do not have this shape, or have an unknown key. */
    public static <T> T read(byte[] json, Class<T> type) throws JacksonException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** Reads a tree. Throws where the tree does not have this shape, or has an unknown key. */
    public static <T> T read(JsonNode tree, Class<T> type) throws JacksonException {
        return MAPPER.treeToValue(tree, type);
    }
}
