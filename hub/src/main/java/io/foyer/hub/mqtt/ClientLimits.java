package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import java.nio.charset.StandardCharsets;

/**
 * What a client lets the hub send: so many commands at QoS 1 that it has not acknowledged, and no packet of more bytes
 * than this. Before MQTT 5 a client cannot say it; then the hub's own bounds are all there is.
 */
record ClientLimits(int unanswered, long packetBytes, boolean properties) {
    private static final int MOST_UNANSWERED = 1_000;
    private static final long ANY_SIZE = 1L << 32;
    private static final int SEVEN_BITS = 7;

    /** As the client's CONNECT says; of MQTT 5 a limit may be 0 here, which the protocol forbids. */
    static ClientLimits of(MqttProperties connect, boolean mqtt5) {
        long unanswered = number(connect, MqttProperties.RECEIVE_MAXIMUM, MOST_UNANSWERED);
        long bytes = number(connect, MqttProperties.MAXIMUM_PACKET_SIZE, ANY_SIZE);
        return new ClientLimits((int) Math.min(unanswered, MOST_UNANSWERED), bytes, mqtt5);
    }

    private static long number(MqttProperties properties, int name, long otherwise) {
        MqttProperty<?> property = properties.getProperty(name);
        return property == null ? otherwise : Integer.toUnsignedLong((Integer) property.value());
    }

    /** Whether the device may be sent a command of so many bytes at QoS 1. */
    boolean takes(String topic, int payloadBytes) {
        int name = topic.getBytes(StandardCharsets.UTF_8).length;
        int rest = Short.BYTES + name + Short.BYTES + (properties ? 1 : 0) + payloadBytes;
        return packet(rest) <= packetBytes;
    }

    /** Whether the device may be sent a SUBACK or UNSUBACK for so many filters. */
    boolean takesAnswers(int filters) {
        return packet(Short.BYTES + 1 + filters) <= packetBytes;
    }

    private static long packet(int rest) {
        int length = 1;
        for (int more = rest >>> SEVEN_BITS; more > 0; more >>>= SEVEN_BITS) {
            length++;
        }
        return 1L + length + rest;
    }
}
