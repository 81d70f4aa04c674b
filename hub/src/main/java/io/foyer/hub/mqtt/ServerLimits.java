package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.mqtt.MqttEndpoint;
import org.jspecify.annotations.Nullable;

/** The limits that the hub tells a client of MQTT 5 at its login. */
final class ServerLimits {
    /**
     * The longest keep-alive of a client of MQTT 5, in seconds. Its connection ends after one and a half times this
     * silence.
     */
    static final int LONGEST_KEEP_ALIVE_S = 300;

    /** A client that takes only smaller packets cannot be told its limits. */
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

    /** Why the hub can serve no client with such a CONNECT of MQTT 5; null where it can. */
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

    /**
     * The keep-alive of a client in seconds, as the hub or the client set it; 0 allows any silence. The connection ends
     * after one and a half times this silence.
     */
    static int keepAliveS(MqttEndpoint endpoint) {
        int said = endpoint.keepAliveTimeSeconds();
        return DeviceEdge.isMqtt5(endpoint) && isTooLong(said) ? LONGEST_KEEP_ALIVE_S : said;
    }

    /** True also for 0, which allows any silence. */
    static boolean isTooLong(int keepAliveS) {
        return keepAliveS == 0 || keepAliveS > LONGEST_KEEP_ALIVE_S;
    }
}
