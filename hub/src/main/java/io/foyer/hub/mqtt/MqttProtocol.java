package io.foyer.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.impl.MqttServerConnection;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT of Vert.x on one socket. Vert.x answers a forbidden packet with an exception. Here such a packet ends the
 * connection with one line in the log, and everything after the end is dropped.
 */
final class MqttProtocol {
    /** A method of Vert.x that is not public. Where a new version moves the method, every test that connects fails. */
    private static final MethodHandle HANDLE = handle();

    private final MqttServerConnection connection;
    private final DeviceConnection pipe;
    private @Nullable MqttEndpoint endpoint;

    MqttProtocol(
            NetSocketInternal socket,
            DeviceConnection pipe,
            MqttServerOptions options,
            BiConsumer<MqttEndpoint, DeviceConnection> login) {
        this.pipe = pipe;
        this.connection = new MqttServerConnection(
                socket,
                made -> {
                    endpoint = made;
                    login.accept(made, pipe);
                },
                cause -> pipe.refuse("no login", String.valueOf(cause.getMessage())),
                options);
    }

    private static MethodHandle handle() {
        try {
            return MethodHandles.privateLookupIn(MqttServerConnection.class, MethodHandles.lookup())
                    .findVirtual(
                            MqttServerConnection.class,
                            "handleMessage",
                            MethodType.methodType(void.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Takes a packet from the layers above. */
    void hear(Object heard) {
        if (pipe.isEnded() || (endpoint != null && !endpoint.isConnected())) {
            ReferenceCountUtil.release(heard);
            return;
        }
        if (!(heard instanceof MqttMessage packet)) {
            ReferenceCountUtil.release(heard);
            pipe.end("no MQTT", heard.getClass().getSimpleName(), MqttDisconnectReasonCode.PROTOCOL_ERROR);
            return;
        }
        if (packet.decoderResult().isFailure()
                && !(packet.decoderResult().cause() instanceof MqttUnacceptableProtocolVersionException)) {
            pipe.fault(packet.decoderResult().cause());
            return;
        }
        String wrong = packet.decoderResult().isFailure()
                ? null
                : wrong(packet.fixedHeader().messageType());
        if (wrong != null) {
            ReferenceCountUtil.release(packet);
            pipe.end("wrong packet", wrong, MqttDisconnectReasonCode.PROTOCOL_ERROR);
            return;
        }
        take(packet);
    }

    private @Nullable String wrong(MqttMessageType type) {
        return switch (type) {
            case CONNECT -> endpoint == null ? null : "a second CONNECT";
            case CONNACK, SUBACK, UNSUBACK, PINGRESP -> type + ", which only a server may send";
            default -> null;
        };
    }

    private void take(MqttMessage packet) {
        try {
            HANDLE.invokeExact(connection, (Object) packet);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException unknown) {
            pipe.end(
                    "ill-formed packet",
                    String.valueOf(unknown.getMessage()),
                    MqttDisconnectReasonCode.MALFORMED_PACKET);
        } catch (Throwable fault) {
            pipe.fault(fault);
        }
    }
}
