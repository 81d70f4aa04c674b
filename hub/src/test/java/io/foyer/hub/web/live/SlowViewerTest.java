package io.foyer.hub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SlowViewerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A socket with a small buffer that reads only when it is told to. */
    private static final class Sleeper implements AutoCloseable {
        private final Socket socket = new Socket();
        private final DataInputStream in;

        Sleeper(TestHub hub, String topics, String token) throws IOException {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress("127.0.0.1", hub.port));
            String request = "GET /live/harbour?topics=%s HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                            .formatted(topics)
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Authorization: Bearer " + token + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.readByte());
            }
            assertThat(head.toString()).startsWith("HTTP/1.1 101");
        }

        JsonNode read() throws IOException {
            int head = in.readUnsignedShort();
            assertThat(head >> 8).as("one whole text frame").isEqualTo(0x81);
            int length = head & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] text = new byte[length];
            in.readFully(text);
            return JSON.readTree(text);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_viewer_that_does_not_read_costs_little_and_is_brought_to_the_newest_state() throws IOException {
        try (TestHub hub = new TestHub();
                Sleeper sleeper = new Sleeper(hub, "occupancy,events", hub.accounts.token(Role.DESK))) {
            sleeper.read();

            int told = 0;
            while (hub.metrics.counter("foyer.live.dropped").count() < 900) {
                String[] ids = new String[100];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = "s-" + ++told;
                }
                hub.feed.show("harbour", Shown.count("lounge", told));
                hub.feed.show("harbour", Shown.swipe(ids));
                int all = told;
                await(() -> hub.metrics.counter("foyer.live.frames").count()
                                + hub.metrics.counter("foyer.live.dropped").count()
                        > all);
                assertThat(told).as("noticed before much is buffered").isLessThan(20_000);
            }

            List<String> seen = new ArrayList<>();
            JsonNode frame = sleeper.read();
            while (!frame.path("type").asText().equals("snapshot")) {
                if (frame.path("type").asText().equals("event")) {
                    seen.add(frame.path("swipe").asText());
                }
                frame = sleeper.read();
            }
            assertThat(frame.path("zones").path(2).path("count").asInt()).isEqualTo(told);
            assertThat(frame.path("events")).hasSize(200);
            JsonNode gap = sleeper.read();
            assertThat(gap.path("type").asText()).isEqualTo("gap");
            assertThat(seen.size() + gap.path("missed").asInt() + 200).isEqualTo(told);

            hub.feed.show("harbour", Shown.count("lounge", 7));
            JsonNode delta = sleeper.read();
            while (!delta.path("type").asText().equals("delta")) {
                delta = sleeper.read();
            }
            assertThat(delta.path("seq").asLong()).isEqualTo(frame.path("seq").asLong() + 1);
            assertThat(delta.path("zones").path(0).path("count").asInt()).isEqualTo(7);
        }
    }
}
