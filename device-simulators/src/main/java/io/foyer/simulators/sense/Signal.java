package io.foyer.simulators.sense;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a device says.
 *
 * @param leaf the last part of the topic
 * @param id unique per device, the same whenever the same day is simulated
 * @param at when it happened, by the device's own clock
 * @param due when it is sent, by the true clock
 * @param fields of the payload, beside {@code id} and {@code at}
 * @param opening what the door does if the hub answers this swipe with an unlock; null for all else
 */
public record Signal(
        String device,
        String leaf,
        String id,
        Instant at,
        Instant due,
        Map<String, Object> fields,
        @Nullable Opening opening) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Signal {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The door's contact opens and closes so many milliseconds after the swipe. */
    public record Opening(String device, long opensAfter, long closesAfter) {}

    static Signal of(String device, String leaf, String id, Instant at, Map<String, Object> fields) {
        return new Signal(device, leaf, id, at, at, fields, null);
    }

    Signal dueAt(Instant later) {
        return new Signal(device, leaf, id, at, later, fields, opening);
    }

    Signal stamped(Instant byItsClock) {
        return new Signal(device, leaf, id, byItsClock, due, fields, opening);
    }

    /** A swipe that the reader decides by itself. */
    Signal decided(String outcome) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put("decided", outcome);
        return new Signal(device, leaf, id, at, due, more, null);
    }

    /** The contact's word on the door of this swipe. */
    public Signal contact(boolean open) {
        Opening door = opening;
        if (door == null) {
            throw new IllegalStateException("no door is behind " + leaf + " " + id);
        }
        long after = open ? door.opensAfter : door.closesAfter;
        String word = open ? "open" : "closed";
        return of(door.device, "door", id + "-" + word, at.plusMillis(after), Map.of("contact", word));
    }

    /**
     * The contract's JSON.
     *
     * @param mark goes before the id
     * @param stamp the time that the hub reads
     */
    public Buffer payload(String mark, Instant stamp, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", mark + id);
        all.put("at", stamp.toString());
        all.putAll(values);
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(all));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings and numbers are always JSON", impossible);
        }
    }
}
