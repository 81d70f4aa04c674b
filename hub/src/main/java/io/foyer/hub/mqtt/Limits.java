package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;

/** What a client of MQTT 5 is told at its login that it may do. */
final class Limits {
    private Limits() {}

    static MqttProperties told() {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
        properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, Pressure.MOST_OF_ONE));
        properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, Edge.MOST_PACKET_BYTES));
        properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        return properties;
    }
}
