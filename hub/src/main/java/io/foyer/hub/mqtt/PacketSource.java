package io.foyer.hub.mqtt;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** Where bytes come from, as their layers see it; they are called in turns of Netty's. */
interface PacketSource {
    /** Whether nobody has logged in there. */
    boolean isStranger();

    /** Whether what comes is nobody's any more. */
    boolean isEnded();

    /** Ends it in the next turn of the sites' loop, and says why. */
    void endSoon(String kind, String why, MqttDisconnectReasonCode reason);

    /** The same for what a layer could not take. */
    void uncaught(Throwable cause);
}
