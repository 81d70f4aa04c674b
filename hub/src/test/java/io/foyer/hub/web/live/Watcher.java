package io.foyer.hub.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.web.TestHub;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A viewer that keeps every frame until a test asks for it. */
public final class Watcher implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    final WebSocket socket;

    private Watcher(TestHub hub, String path, String token) {
        WebSocket.Builder builder = hub.client().newWebSocketBuilder();
        if (token != null) {
            builder.subprotocols("foyer.v1", "bearer." + token);
        }
        socket = builder.buildAsync(hub.live(path), this).join();
    }

    public static Watcher of(TestHub hub, String path, String token) {
        return new Watcher(hub, path, token);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                frames.add(JSON.readTree(part.toString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** The next frame of any type. */
    public JsonNode any() {
        return await(frame -> true);
    }

    /** The next frame that is no tick. */
    JsonNode next() {
        return await(frame -> !frame.path("type").asText().equals("tick"));
    }

    JsonNode nextOf(String type) {
        return await(frame -> frame.path("type").asText().equals(type));
    }

    private JsonNode await(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<String> others = new ArrayList<>();
        try {
            for (JsonNode frame = poll(end); frame != null; frame = poll(end)) {
                if (wanted.test(frame)) {
                    return frame;
                }
                others.add(frame.toString());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("it did not come, but " + others);
    }

    private JsonNode poll(long end) throws InterruptedException {
        return frames.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    public int closeCode() {
        try {
            return closed.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
