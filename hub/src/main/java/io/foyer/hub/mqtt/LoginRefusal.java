package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.mqtt.MqttEndpoint;

/** The reasons for a refused login. The two versions of MQTT have different codes for the same reason. */
enum LoginRefusal {
    CLOSING(
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5),
    NO_DEVICE(
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD),
    FORBIDDEN(
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5),
    BUSY(
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY);

    private final MqttConnectReturnCode before5;
    private final MqttConnectReturnCode of5;

    LoginRefusal(MqttConnectReturnCode before5, MqttConnectReturnCode of5) {
        this.before5 = before5;
        this.of5 = of5;
    }

    /** Sends the refusal, and ends the connection. */
    void answer(MqttEndpoint endpoint, DeviceConnection pipe) {
        answer(endpoint, pipe, DeviceEdge.isMqtt5(endpoint) ? of5 : before5);
    }

    static void answer(MqttEndpoint endpoint, DeviceConnection pipe, MqttConnectReturnCode code) {
        pipe.sever();
        endpoint.reject(code);
    }
}
