package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageBuilders.ConnectBuilder;
import io.netty.handler.codec.mqtt.MqttMessageBuilders.SubscribeBuilder;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** A socket that speaks MQTT packet by packet: for what a sound client never does. */
final class RawDevice implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    private final String id;
    private final Socket socket;
    private final EmbeddedChannel codec = new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder(MOST_BYTES));

    private RawDevice(HubProcess hub, String id) throws IOException {
        this.id = id;
        socket = new Socket("127.0.0.1", hub.mqttPort());
        socket.setSoTimeout(TestDevice.PATIENCE_S * 1_000);
    }

    /** Sends a CONNECT with the device's password; what it answers is {@link #receive}d. */
    static RawDevice open(HubProcess hub, String id, MqttVersion version, UnaryOperator<ConnectBuilder> more) {
        try {
            RawDevice device = new RawDevice(hub, id);
            device.send(more.apply(MqttMessageBuilders.connect()
                            .protocolVersion(version)
                            .clientId(id)
                            .hasUser(true)
                            .username(id)
                            .hasPassword(true)
                            .password(("demo-" + id).getBytes(StandardCharsets.UTF_8))
                            .cleanSession(true)
                            .keepAlive(60))
                    .build());
            return device;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static RawDevice connect(HubProcess hub, String id, MqttVersion version) {
        RawDevice device = open(hub, id, version, UnaryOperator.identity());
        device.receive();
        return device;
    }

    void send(MqttMessage message) {
        codec.writeOutbound(message);
        for (ByteBuf bytes = codec.readOutbound(); bytes != null; bytes = codec.readOutbound()) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy).release();
            send(copy);
        }
    }

    void send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void publish(String kind, String payload, MqttQoS quality, int packet) {
        send(published(kind, payload, quality, packet));
    }

    /** Publishes as a device does that had no acknowledgement and tries again: with MQTT's DUP flag. */
    void publishAgain(String kind, String payload, int packet) {
        MqttPublishMessage first = published(kind, payload, MqttQoS.AT_LEAST_ONCE, packet);
        MqttFixedHeader header = new MqttFixedHeader(MqttMessageType.PUBLISH, true, MqttQoS.AT_LEAST_ONCE, false, 0);
        send(new MqttPublishMessage(header, first.variableHeader(), first.payload()));
    }

    private MqttPublishMessage published(String kind, String payload, MqttQoS quality, int packet) {
        return MqttMessageBuilders.publish()
                .topicName("foyer/" + Annex.SITE + "/" + id + "/" + kind)
                .qos(quality)
                .messageId(packet)
                .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
                .build();
    }

    /** Listens to its commands, at QoS 0 so that nothing need be answered. */
    void listen() {
        send(MqttMessageBuilders.subscribe()
                .messageId(1)
                .addSubscription(MqttQoS.AT_MOST_ONCE, "foyer/" + Annex.SITE + "/" + id + "/command")
                .build());
        receive();
    }

    /** Subscribes and gives the answer to each filter. */
    List<Integer> subscribe(UnaryOperator<SubscribeBuilder> filters) {
        send(filters.apply(MqttMessageBuilders.subscribe().messageId(9)).build());
        return subscribed();
    }

    List<Integer> subscribed() {
        return ((MqttSubAckMessage) receive()).payload().reasonCodes();
    }

    /** Shows a card that nobody has, so that a refusal comes of it. */
    void swipe(String swipe) {
        publish("swipe", "{\"id\":\"" + swipe + "\",\"credential\":\"nobodys\"}", MqttQoS.AT_MOST_ONCE, 1);
    }

    MqttPublishMessage command() {
        return (MqttPublishMessage) receive();
    }

    static String payload(MqttPublishMessage message) {
        return message.payload().toString(StandardCharsets.UTF_8);
    }

    void acknowledge(MqttPublishMessage command) {
        int packet = command.variableHeader().packetId();
        send((byte) 0x40, (byte) 2, (byte) (packet >> 8), (byte) packet);
    }

    /** What the hub had to send before, it has sent when it answers this. */
    MqttMessageType ping() {
        send((byte) 0xC0, (byte) 0);
        return receive().fixedHeader().messageType();
    }

    /** The next packet, or null where the hub has ended the connection. */
    MqttMessage receive() {
        byte[] buffer = new byte[4_096];
        try {
            MqttMessage message = codec.readInbound();
            while (message == null) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    return null;
                }
                codec.writeInbound(Unpooled.copiedBuffer(buffer, 0, count));
                message = codec.readInbound();
            }
            return message;
        } catch (SocketException reset) {
            return null;
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    /** The hub has ended the connection; a client of MQTT 5 has heard why, others have 0 here. */
    void assertEnded(int reason) {
        if (reason != 0) {
            MqttMessage goodbye = receive();
            assertThat(goodbye.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
            assertThat(((MqttReasonCodeAndPropertiesVariableHeader) goodbye.variableHeader()).reasonCode())
                    .isEqualTo((byte) reason);
        }
        assertThat(receive()).isNull();
    }

    /** Ends the connection without goodbye. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
