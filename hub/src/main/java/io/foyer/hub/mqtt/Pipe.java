package io.foyer.hub.mqtt;

import io.foyer.hub.site.SlowLog;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection below MQTT, from its arrival: whose it is, whether it may be read, and what ends it. */
final class Pipe {
    private static final int FLUSH_AFTER = 256;

    private final NetSocketInternal socket;
    private final String address;
    private SlowLog log;
    private @Nullable String device;
    private @Nullable Consumer<MqttDisconnectReasonCode> goodbye;
    private boolean ended;

    Pipe(NetSocketInternal socket, SlowLog strangers) {
        this.socket = socket;
        this.address = String.valueOf(socket.remoteAddress().hostAddress());
        this.log = strangers;
        socket.exceptionHandler(this::fault);
        socket.closeHandler(closed -> ended = true);
    }

    /** Who the connection comes from, without the port. */
    String address() {
        return address;
    }

    /**
     * A device has logged in.
     *
     * @param goodbye ends its session for a reason that is already said
     */
    void belongsTo(String device, SlowLog devices, Consumer<MqttDisconnectReasonCode> goodbye) {
        this.device = device;
        this.log = devices;
        this.goodbye = goodbye;
    }

    boolean isEnded() {
        return ended;
    }

    /** What a login is refused for. */
    void refuse(String kind, String why) {
        log.warn(kind, address, why);
    }

    /** Ends the connection and says why, once; a device that has logged in hears the reason. */
    void end(String kind, String why, MqttDisconnectReasonCode reason) {
        if (ended) {
            return;
        }
        ended = true;
        log.warn(kind, device == null ? address : device, why);
        if (goodbye == null) {
            socket.close();
        } else {
            goodbye.accept(reason);
        }
    }

    /** Ends the connection for what a layer could not take. */
    void fault(Throwable cause) {
        Throwable inner = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        if (inner instanceof TooLongFrameException) {
            end(
                    "packet too large",
                    "more than " + Edge.MOST_PACKET_BYTES + " bytes",
                    MqttDisconnectReasonCode.PACKET_TOO_LARGE);
        } else if (inner instanceof IOException) {
            end("connection lost", String.valueOf(inner.getMessage()), MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        } else {
            end("ill-formed packet", inner.toString(), MqttDisconnectReasonCode.MALFORMED_PACKET);
        }
    }

    /** Gathers what is written in one turn of the loop into one flush. */
    void gatherFlushes() {
        socket.channelHandlerContext().pipeline().addFirst(new FlushConsolidationHandler(FLUSH_AFTER, true));
    }

    void pause() {
        socket.pause();
    }

    void resume() {
        socket.resume();
    }
}
