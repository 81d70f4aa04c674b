package io.foyer.hub.mqtt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.access.ReasonText;
import io.foyer.hub.domain.definition.BilingualText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes orders in the form that devices read. */
final class CommandEncoder {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build()
            .writerFor(CommandPayload.class);

    private CommandEncoder() {}

    private record CommandPayload(
            String id,
            String command,
            @Nullable String swipe,
            @Nullable String by,
            @Nullable String door,
            @Nullable Integer seconds,
            @Nullable String expiresAt,
            @Nullable String reason,
            @Nullable String text) {}

    static byte[] encode(DoorOrder order) {
        return encode(order, true);
    }

    /** The order without the words for a display, for a device that takes only small packets. */
    static byte[] encodeShort(DoorOrder order) {
        return encode(order, false);
    }

    private static byte[] encode(DoorOrder order, boolean withText) {
        try {
            return WRITER.writeValueAsBytes(
                    order.accept(new OrderTranslation(UUID.randomUUID().toString(), withText)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command is always JSON", e);
        }
    }

    private record OrderTranslation(String id, boolean withText) implements DoorOrder.OrderVisitor<CommandPayload> {
        @Override
        public CommandPayload unlock(DoorOrder.UnlockOrder order) {
            return new CommandPayload(
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
        public CommandPayload holdOpen(DoorOrder.HoldOpenOrder order) {
            return standing("hold-open", order.by(), order.door(), order.expiresAt());
        }

        @Override
        public CommandPayload lock(DoorOrder.LockOrder order) {
            return standing("lock", order.by(), order.door(), order.expiresAt());
        }

        @Override
        public CommandPayload resume(DoorOrder.ResumeOrder order) {
            return standing("resume", order.by(), order.door(), order.expiresAt());
        }

        private CommandPayload standing(String command, @Nullable String by, String door, Instant expiresAt) {
            return new CommandPayload(id, command, null, by, door, null, expiresAt.toString(), null, null);
        }

        @Override
        public CommandPayload deny(DoorOrder.DenyOrder order) {
            BilingualText text = withText ? ReasonText.of(order.reason()) : null;
            String words = text == null ? null : text.zh() + " · " + text.en();
            return new CommandPayload(
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
