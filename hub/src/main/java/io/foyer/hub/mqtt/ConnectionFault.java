package io.foyer.hub.mqtt;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/**
 * A fault that ends a connection.
 *
 * @param kind the first words of the log line
 * @param reason for the device, where it has logged in
 */
record ConnectionFault(String kind, String why, MqttDisconnectReasonCode reason) {

    /** The fault of an exception in a layer. A decoder wraps the exception that it threw. */
    static ConnectionFault of(Throwable cause) {
        try {
            throw cause;
        } catch (TooLongFrameException e) {
            return new ConnectionFault("packet too large", message(e), MqttDisconnectReasonCode.PACKET_TOO_LARGE);
        } catch (RejectedExecutionException e) {
            return new ConnectionFault("busy", message(e), MqttDisconnectReasonCode.SERVER_BUSY);
        } catch (IOException e) {
            return new ConnectionFault("connection lost", message(e), MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        } catch (DecoderException e) {
            return e.getCause() == null ? illFormed(e) : of(e.getCause());
        } catch (Throwable e) {
            return illFormed(e);
        }
    }

    private static ConnectionFault illFormed(Throwable cause) {
        return new ConnectionFault("ill-formed packet", cause.toString(), MqttDisconnectReasonCode.MALFORMED_PACKET);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}
