package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import java.nio.charset.StandardCharsets;

/**
 * What a client accepts from the hub: the number of unacknowledged commands at QoS 1, and the size of a packet in
 * bytes. A client before MQTT 5 cannot tell its limits; the hub then uses its own.
 */
record ClientLimits(int unanswered, long packetBytes, boolean properties) {
    private static final int MOST_UNANSWERED = 1_000;
    private static final long ANY_SIZE = 1L << 32;
    private static final int SEVEN_BITS = 7;

    /** The limits in the client's CONNECT. A limit of MQTT 5 may be 0 here although the protocol forbids that. */
    static ClientLimits of(MqttProperties connect, boolean mqtt5) {
        long unanswered = number(connect, MqttProperties.RECEIVE_MAXIMUM, MOST_UNANSWERED);
        long bytes = number(connect, MqttProperties.MAXIMUM_PACKET_SIZE, ANY_SIZE);
        return new ClientLimits((int) Math.min(unanswered, MOST_UNANSWERED), bytes, mqtt5);
    }

    private static long number(MqttProperties properties, int name, long otherwise) {
        MqttProperty<?> property = properties.getProperty(name);
        return property == null ? otherwise : Integer.toUnsignedLong((Integer) property.value());
    }

    /** True where the device takes a command of this size at QoS 1. */
    boolean takes(String topic, int payloadBytes) {
        int name = topic.getBytes(StandardCharsets.UTF_8).length;
        int rest = Short.BYTES + name + Short.BYTES + (properties ? 1 : 0) + payloadBytes;
        return packet(rest) <= packetBytes;
    }

    /** True where the device takes a SUBACK or UNSUBACK for this number of filters. */
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
