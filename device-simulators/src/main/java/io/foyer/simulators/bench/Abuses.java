package io.foyer.simulators.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Each kind of abuse that must not be felt at a door. */
final class Abuses {
    private static final int SEED = 8;
    private static final int GARBAGE_BYTES = 64;
    private static final int PINGS_A_SECOND = 100_000;
    private static final byte[] PING = {(byte) 0xC0, 0};
    /** A text frame of RFC 7692 with its bit set, masked with zeroes: an empty message. */
    private static final byte[] COMPRESSED_FRAME = {(byte) 0xC1, (byte) 0x81, 0, 0, 0, 0, 0};

    private final Rig rig;
    private final Random random = new Random(SEED);

    Abuses(Rig rig) {
        this.rig = rig;
    }

    List<Abuse> all() {
        int mqtt = rig.hub().port("mqtt");
        int webSocket = rig.hub().port("mqttws");
        int http = rig.hub().port("http");
        String deaf = rig.site().sensors().get(0).id();
        return List.of(
                held("1,000 silent sockets at the devices' port", mqtt, 1_000, nothing(), nothing()),
                held("1,000 silent sockets at the pages' port", http, 1_000, nothing(), nothing()),
                held("a device that never reads", mqtt, 1, Packets.connect(deaf, BenchSite.PASSWORD), pings()),
                calls("200 packets of random bytes a second", mqtt, 200, this::garbage),
                calls("100 compressed WebSocket messages a second", webSocket, 100, Abuses::compressed),
                calls("200 guesses of a device's password a second", mqtt, 200, () -> Packets.connect(deaf, "guess")),
                held("200 slow request bodies", http, 200, slowBody(), Buffer.buffer(" ")),
                calls("200 random tokens a second", http, 200, this::randomToken),
                calls("20 wrong passwords a second", http, 20, Abuses::wrongPassword),
                calls("50 questions for a year a second", http, 50, this::year));
    }

    private Abuse held(String name, int port, int count, Buffer first, Buffer drip) {
        return new HeldSockets(name, rig.vertx(), rig.client(), port, count, first, drip);
    }

    private Abuse calls(String name, int port, int perSecond, Supplier<Buffer> words) {
        return new ShortCalls(name, rig.vertx(), rig.client(), port, perSecond, words);
    }

    private static Buffer nothing() {
        return Buffer.buffer();
    }

    private static Buffer pings() {
        Buffer pings = Buffer.buffer();
        for (int i = 0; i < PINGS_A_SECOND; i++) {
            pings.appendBytes(PING);
        }
        return pings;
    }

    private Buffer garbage() {
        byte[] bytes = new byte[GARBAGE_BYTES];
        random.nextBytes(bytes);
        return Buffer.buffer(bytes);
    }

    private static Buffer compressed() {
        return text("GET /mqtt HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(new byte[16])
                        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n"
                        + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                .appendBytes(COMPRESSED_FRAME);
    }

    private static Buffer slowBody() {
        return text("POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 10000\r\n\r\n{");
    }

    private Buffer randomToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return get("/api/v1/sites", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static Buffer wrongPassword() {
        String body = "{\"user\":\"admin\",\"password\":\"a guess\"}";
        return text(
                "POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private Buffer year() {
        return get(
                "/api/v1" + BenchSite.path() + "/energy/history?meter=meter-8&from=2025-11-01&to=2026-10-31&step=1d",
                rig.token());
    }

    private static Buffer get(String path, String token) {
        return text("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }

    private static Buffer text(String text) {
        return Buffer.buffer(text.getBytes(StandardCharsets.US_ASCII));
    }
}
