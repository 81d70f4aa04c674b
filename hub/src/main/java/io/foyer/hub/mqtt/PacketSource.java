package io.foyer.hub.mqtt;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** The source of bytes, as the layers of a connection see it. The layers call in turns of Netty. */
interface PacketSource {
    /** True before a login. */
    boolean isStranger();

    /** True where nobody waits for the bytes any more. */
    boolean isEnded();

    /** Ends the source in the next turn of the sites' loop and logs the reason. */
    void endSoon(String kind, String why, MqttDisconnectReasonCode reason);

    /** Ends the source in the next turn of the sites' loop because of a fault in a layer. */
    void uncaught(Throwable cause);
}
