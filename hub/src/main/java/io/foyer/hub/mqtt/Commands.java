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
            return WRITER.writeValueAsBytes(command(order, withText));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command is always JSON", e);
        }
    }

    private static Command command(Order order, boolean withText) {
        String id = UUID.randomUUID().toString();
        if (order instanceof Order.Unlock unlock) {
            return new Command(
                    id,
                    "unlock",
                    unlock.swipe(),
                    unlock.by(),
                    unlock.door(),
                    unlock.seconds(),
                    unlock.expiresAt().toString(),
                    null,
                    null);
        }
        if (order instanceof Order.HoldOpen hold) {
            return standing(id, "hold-open", hold.by(), hold.door(), hold.expiresAt());
        }
        if (order instanceof Order.Lock lock) {
            return standing(id, "lock", lock.by(), lock.door(), lock.expiresAt());
        }
        if (order instanceof Order.Resume resume) {
            return standing(id, "resume", resume.by(), resume.door(), resume.expiresAt());
        }
        Order.Deny deny = (Order.Deny) order;
        Text text = withText ? Words.of(deny.reason()) : null;
        String words = text == null ? null : text.zh() + " · " + text.en();
        return new Command(
                id, "deny", deny.swipe(), null, null, null, null, deny.reason().code(), words);
    }

    private static Command standing(String id, String command, @Nullable String by, String door, Instant expiresAt) {
        return new Command(id, command, null, by, door, null, expiresAt.toString(), null, null);
    }
}
