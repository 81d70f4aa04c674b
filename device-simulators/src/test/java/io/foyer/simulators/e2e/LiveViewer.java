package io.foyer.simulators.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A page's eyes: the live feed of the annex, frame by frame. */
final class LiveViewer implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    LiveViewer(Annex annex, String topics) {
        URI uri = URI.create("ws://127.0.0.1:" + annex.hub().httpPort() + "/live/" + Annex.SITE + "?topics=" + topics);
        socket = TestDevice.await(HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("foyer.v1", "bearer." + annex.api().token())
                .buildAsync(uri, this));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                frames.add(JSON.readTree(part.toString()));
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** The next frame that is so; those before it are dropped. */
    JsonNode await(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(TestDevice.PATIENCE_S).toNanos();
        try {
            while (System.nanoTime() < end) {
                JsonNode frame = frames.poll(1, TimeUnit.SECONDS);
                if (frame != null && wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no such frame came");
    }

    /** The next entry of a list in a frame that is so, for example of {@code zones} with its {@code zone}. */
    JsonNode await(String list, String key, String value, Predicate<JsonNode> wanted) {
        JsonNode frame = await(one -> {
            for (JsonNode entry : one.path(list)) {
                if (entry.path(key).asText().equals(value) && wanted.test(entry)) {
                    return true;
                }
            }
            return false;
        });
        return Annex.entry(frame.path(list), key, value);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
