package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.mqtt.MqttEndpoint;
import org.jspecify.annotations.Nullable;

/** What a client of MQTT 5 is told at its login that it may do. */
final class ServerLimits {
    /** The longest silence of a client that can be told so, in seconds; its connection ends after one and a half of it. */
    static final int LONGEST_KEEP_ALIVE_S = 300;

    /** A client that takes no packet of so many bytes cannot be told at all. */
    private static final int LEAST_PACKET_BYTES = 64;

    private ServerLimits() {}

    static MqttProperties told(MqttEndpoint endpoint) {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
        properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, StorePressure.MOST_OF_ONE));
        properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, DeviceEdge.MOST_PACKET_BYTES));
        properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
        properties.add(new IntegerProperty(MqttProperties.TOPIC_ALIAS_MAXIMUM, 0));
        if (isTooLong(endpoint.keepAliveTimeSeconds())) {
            properties.add(new IntegerProperty(MqttProperties.SERVER_KEEP_ALIVE, LONGEST_KEEP_ALIVE_S));
        }
        if (endpoint.clientIdentifier() == null) {
            String given = endpoint.auth().getUsername();
            properties.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, given));
        }
        return properties;
    }

    /** Why a client of MQTT 5 cannot be served, whoever it is; null where it can. */
    static @Nullable MqttConnectReturnCode refusal(MqttProperties connect) {
        ClientLimits allowance = ClientLimits.of(connect, true);
        if (connect.getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            return MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
        }
        if (allowance.unanswered() == 0 || allowance.packetBytes() == 0) {
            return MqttConnectReturnCode.CONNECTION_REFUSED_PROTOCOL_ERROR;
        }
        return allowance.packetBytes() < LEAST_PACKET_BYTES
                ? MqttConnectReturnCode.CONNECTION_REFUSED_PACKET_TOO_LARGE
                : null;
    }

    /** How long a client may be silent, half as long again apart: as it was told, or as it has said; 0 is for ever. */
    static int keepAliveS(MqttEndpoint endpoint) {
        int said = endpoint.keepAliveTimeSeconds();
        return DeviceEdge.isMqtt5(endpoint) && isTooLong(said) ? LONGEST_KEEP_ALIVE_S : said;
    }

    /** 0 is for ever. */
    static boolean isTooLong(int keepAliveS) {
        return keepAliveS == 0 || keepAliveS > LONGEST_KEEP_ALIVE_S;
    }
}
