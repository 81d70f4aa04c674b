package io.foyer.hub.mqtt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.domain.Order;
import io.foyer.hub.domain.access.Words;
import io.foyer.hub.domain.house.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as devices read them. */
final class Commands {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build()
            .writerFor(Command.class);

    private Commands() {}

    private record Command(
            String id,
            String command,
            @Nullable String swipe,
            @Nullable String by,
            @Nullable String door,
            @Nullable Integer seconds,
            @Nullable String expiresAt,
            @Nullable String reason,
            @Nullable String text) {}

    static byte[] encode(Order order) {
        return encode(order, true);
    }

    /** Without the words for a display: for a device that takes small packets only. */
    static byte[] encodeShort(Order order) {
        return encode(order, false);
    }

    private static byte[] encode(Order order, boolean withText) {
        try {
            return WRITER.writeValueAsBytes(
                    order.accept(new Translation(UUID.randomUUID().toString(), withText)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command is always JSON", e);
        }
    }

    private record Translation(String id, boolean withText) implements Order.Visitor<Command> {
        @Override
        public Command unlock(Order.Unlock order) {
            return new Command(
                    id,
                    "unlock",
                    order.swipe(),
                    order.by(),
                    order.door(),
                    order.seconds(),
                    order.expiresAt().toString(),
                    null,
                    null);
        }

        @Override
        public Command holdOpen(Order.HoldOpen order) {
            return standing("hold-open", order.by(), order.door(), order.expiresAt());
        }

        @Override
        public Command lock(Order.Lock order) {
            return standing("lock", order.by(), order.door(), order.expiresAt());
        }

        @Override
        public Command resume(Order.Resume order) {
            return standing("resume", order.by(), order.door(), order.expiresAt());
        }

        private Command standing(String command, @Nullable String by, String door, Instant expiresAt) {
            return new Command(id, command, null, by, door, null, expiresAt.toString(), null, null);
        }

        @Override
        public Command deny(Order.Deny order) {
            Text text = withText ? Words.of(order.reason()) : null;
            String words = text == null ? null : text.zh() + " · " + text.en();
            return new Command(
                    id,
                    "deny",
                    order.swipe(),
                    null,
                    null,
                    null,
                    null,
                    order.reason().code(),
                    words);
        }
    }
}
