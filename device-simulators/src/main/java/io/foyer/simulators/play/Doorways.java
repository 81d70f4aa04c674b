package io.foyer.simulators.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.simulators.sense.Signal;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Doors that stay shut until the hub says unlock. Each swipe is answered once or forgotten. */
final class Doorways {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WAITING = 10_000;

    private final Map<String, Signal> waiting = new HashMap<>();
    private final Consumer<Signal> opens;
    private long granted;
    private long denied;

    /** @param opens hears each swipe whose door is unlocked */
    Doorways(Consumer<Signal> opens) {
        this.opens = opens;
    }

    /** @param id as it was sent */
    void swiped(String id, Signal swipe) {
        if (waiting.size() < MOST_WAITING) {
            waiting.put(id, swipe);
        }
    }

    /** A command for a device; whatever it is not sure of leaves the door shut. */
    void hear(Buffer payload) {
        JsonNode command;
        try {
            command = JSON.readTree(payload.getBytes());
        } catch (IOException broken) {
            return;
        }
        Signal swipe = waiting.remove(command.path("swipe").asText());
        if (swipe == null) {
            return;
        }
        if (command.path("command").asText().equals("unlock")) {
            granted++;
            if (swipe.opening() != null) {
                opens.accept(swipe);
            }
        } else {
            denied++;
        }
    }

    int unanswered() {
        return waiting.size();
    }

    long granted() {
        return granted;
    }

    long denied() {
        return denied;
    }
}
