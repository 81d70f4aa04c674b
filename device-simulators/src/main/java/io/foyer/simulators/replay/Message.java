package io.foyer.simulators.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message of a device, with the time at which the trace says it was sent.
 *
 * @param endsRow whether nothing more comes of its row
 */
record Message(
        Row row, String device, String topic, String id, Instant at, Map<String, Object> values, boolean endsRow) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    Message {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Message ending() {
        return new Message(row, device, topic, id, at, values, true);
    }

    /** The contract's JSON, under the time that the hub shall read. */
    Buffer payload(Instant stamp) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("at", stamp.toString());
        fields.putAll(values);
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(fields));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings and numbers are always JSON", impossible);
        }
    }
}
