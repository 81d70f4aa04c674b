package io.foyer.simulators.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** The few packets of MQTT 3.1.1 that a load client sends, written by hand: a client library would be the bottleneck. */
final class Packets {
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBACK = 9;
    static final int MOST_PACKET_ID = 65_535;

    private static final int KEEP_ALIVE_S = 600;
    private static final int CLEAN_SESSION_USER_AND_PASSWORD = 0xC2;
    private static final int AT_LEAST_ONCE = 1;

    private Packets() {}

    static Buffer connect(String client, String password) {
        Buffer body = text(Buffer.buffer(), "MQTT")
                .appendByte((byte) 4)
                .appendByte((byte) CLEAN_SESSION_USER_AND_PASSWORD)
                .appendUnsignedShort(KEEP_ALIVE_S);
        text(text(text(body, client), client), password);
        return packet(0x10, body);
    }

    static Buffer subscribe(String filter) {
        return packet(0x82, text(Buffer.buffer().appendUnsignedShort(1), filter).appendByte((byte) AT_LEAST_ONCE));
    }

    /** Appends a PUBLISH of QoS 1. */
    static void publish(Buffer out, byte[] topic, int id, byte[] payload) {
        out.appendByte((byte) 0x32);
        length(out, 2 + topic.length + 2 + payload.length);
        out.appendUnsignedShort(topic.length)
                .appendBytes(topic)
                .appendUnsignedShort(id)
                .appendBytes(payload);
    }

    static Buffer acknowledge(int id) {
        return Buffer.buffer(4).appendByte((byte) 0x40).appendByte((byte) 2).appendUnsignedShort(id);
    }

    private static Buffer packet(int first, Buffer body) {
        Buffer packet = Buffer.buffer().appendByte((byte) first);
        length(packet, body.length());
        return packet.appendBuffer(body);
    }

    private static Buffer text(Buffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out.appendUnsignedShort(bytes.length).appendBytes(bytes);
    }

    private static void length(Buffer out, int length) {
        int rest = length;
        while (rest >= 128) {
            out.appendByte((byte) (rest % 128 | 128));
            rest /= 128;
        }
        out.appendByte((byte) rest);
    }
}
