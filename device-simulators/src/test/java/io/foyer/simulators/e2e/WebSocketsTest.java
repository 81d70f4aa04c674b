package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.e2e.Stranger.Answered;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT over WebSocket as libraries and proxies send it: packets are not frames, and a path has more than one spelling. */
class WebSocketsTest {
    private static final int CONTINUATION = 0x00;
    private static final int TEXT = 0x01;
    private static final int BINARY = 0x02;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private final EmbeddedChannel codec = new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder());

    private byte[] bytes(MqttMessage... packets) {
        ByteBuf all = Unpooled.buffer();
        for (MqttMessage packet : packets) {
            codec.writeOutbound(packet);
            for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
                all.writeBytes(part);
            }
        }
        byte[] copy = new byte[all.readableBytes()];
        all.readBytes(copy);
        return copy;
    }

    /** One frame, masked with zeros. */
    private static void frame(Stranger stranger, int head, byte[] content) {
        ByteBuf frame = Unpooled.buffer().writeByte(head);
        if (content.length < TWO_BYTES) {
            frame.writeByte(MASKED | content.length);
        } else {
            frame.writeByte(MASKED | TWO_BYTES).writeShort(content.length);
        }
        frame.writeInt(0).writeBytes(content);
        stranger.send(Arrays.copyOf(frame.array(), frame.readableBytes()));
    }

    private MqttMessage packet(Stranger stranger) {
        MqttMessage packet = codec.readInbound();
        while (packet == null) {
            assertThat(stranger.read()).as("a whole binary frame").isEqualTo(LAST | BINARY);
            int length = stranger.read();
            if (length == TWO_BYTES) {
                length = stranger.read() << 8 | stranger.read();
            }
            byte[] content = new byte[length];
            for (int i = 0; i < length; i++) {
                content[i] = (byte) stranger.read();
            }
            codec.writeInbound(Unpooled.wrappedBuffer(content));
            packet = codec.readInbound();
        }
        return packet;
    }

    private static MqttMessage login(MqttVersion version) {
        return MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId("front-out")
                .hasUser(true)
                .username("front-out")
                .hasPassword(true)
                .password("demo-front-out".getBytes(StandardCharsets.UTF_8))
                .cleanSession(true)
                .keepAlive(60)
                .build();
    }

    private static MqttMessage subscription() {
        return MqttMessageBuilders.subscribe()
                .messageId(1)
                .addSubscription(MqttQoS.AT_MOST_ONCE, "foyer/annex/front-out/command")
                .build();
    }

    private static MqttMessage swipe(String id) {
        String payload = "{\"id\":\"" + id + "\",\"credential\":\"nobodys\"}";
        return MqttMessageBuilders.publish()
                .topicName("foyer/annex/front-out/swipe")
                .qos(MqttQoS.AT_MOST_ONCE)
                .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
                .build();
    }

    private static Answered ask(String path, String protocol) {
        return Stranger.webSocket(ANNEX.hub().mqttWebSocketPort(), path, "Sec-WebSocket-Protocol: " + protocol);
    }

    private void assertHeard(Stranger stranger, String swipe) {
        assertThat(packet(stranger).fixedHeader().messageType()).isEqualTo(MqttMessageType.CONNACK);
        assertThat(packet(stranger).fixedHeader().messageType()).isEqualTo(MqttMessageType.SUBACK);
        assertThat(RawDevice.payload((MqttPublishMessage) packet(stranger))).contains("\"deny\"", swipe);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void packets_are_one_stream_whatever_the_borders_of_frames_and_fragments(int size) {
        try (Stranger stranger = ask("/mqtt", "mqtt").stranger()) {
            byte[] stream = bytes(login(MqttVersion.MQTT_5), subscription(), swipe("stream-" + size));
            int frames = 0;
            for (int from = 0; from < stream.length; from += size) {
                boolean last = from + size >= stream.length || frames % 5 == 4;
                int head = (frames % 5 == 0 ? BINARY : CONTINUATION) | (last ? LAST : 0);
                frame(stranger, head, Arrays.copyOfRange(stream, from, Math.min(from + size, stream.length)));
                frames++;
            }
            assertHeard(stranger, "stream-" + size);
        }
    }

    @ParameterizedTest
    @CsvSource({"/mqtt, mqtt", "/mqtt/, mqtt", "/mqtt?x=y, mqttv3.1", "/mqtt/?token=a%2Fb, mqttv3.1.1"})
    void the_path_of_mqtt_has_more_than_one_spelling(String path, String protocol) {
        Answered answered = ask(path, protocol);
        assertThat(answered.head()).startsWith("HTTP/1.1 101");
        try (Stranger stranger = answered.stranger()) {
            String swipe = "path-" + path.length();
            frame(stranger, LAST | BINARY, bytes(login(MqttVersion.MQTT_3_1_1), subscription(), swipe(swipe)));
            assertHeard(stranger, swipe);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mqttx", "/mqtt/x", "/MQTT", "/other?/mqtt", "/?/mqtt"})
    void another_path_is_not_found(String path) {
        Answered answered = ask(path, "mqtt");
        assertThat(answered.head()).startsWith("HTTP/1.1 404");
        try (Stranger stranger = answered.stranger()) {
            assertThat(stranger.read()).isEqualTo(-1);
        }
    }

    @Test
    void mqtt_in_text_ends_the_connection() {
        try (Stranger stranger = ask("/mqtt", "mqtt").stranger()) {
            frame(stranger, LAST | TEXT, bytes(login(MqttVersion.MQTT_3_1_1)));
            assertThat(stranger.readToTheEnd()).as("a close frame and no more").isLessThan(64);
        }
    }
}
