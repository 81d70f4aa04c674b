package io.foyer.hub.mqtt;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.MqttEndpoint;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/**
 * The socket below an endpoint, for what the endpoint does not offer: to stop reading, and to send many
 * acknowledgements with one system call. It is a private field of Vert.x, so a version that moves it fails every test
 * that connects.
 */
final class Pipe {
    private static final int FLUSH_AFTER = 256;

    private final NetSocketInternal socket;

    private Pipe(NetSocketInternal socket) {
        this.socket = socket;
    }

    static Pipe below(MqttEndpoint endpoint) {
        try {
            Field field = endpoint.getClass().getDeclaredField("conn");
            field.setAccessible(true);
            return new Pipe((NetSocketInternal) field.get(endpoint));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException("this version of Vert.x keeps its MQTT connection elsewhere", e);
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
