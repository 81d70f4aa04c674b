package io.foyer.hub.mqtt;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.nio.NioChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServerOptions;
import java.util.Optional;
import java.util.function.BiConsumer;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * One port for devices. The sockets and MQTT are Vert.x's; the layers in between are the hub's own. The MQTT server of
 * Vert.x inflates the frames of strangers without a bound, and writes a stack trace for each ill-formed packet.
 */
final class ListeningPort {
    private static final int BACKLOG = 4_096;
    /** A small buffer shows early that a device does not read, before the answers fill the memory. */
    private static final int SEND_BUFFER_BYTES = 64 * 1_024;

    /** The reads of one connection in one turn of the loop. The limit leaves time for all others. */
    private static final int READS_IN_A_TURN = 2;

    private static final int MOST_READ = 8 * 1_024;
    private static final int FIRST_READ = 2 * 1_024;
    private static final int LEAST_READ = 64;

    private static final int ASK_AFTER_S = 60;
    private static final int ASK_AGAIN_AFTER_S = 15;
    private static final int MOST_QUESTIONS = 4;

    private final Vertx vertx;
    private final MqttServerOptions options;
    private final boolean webSocket;
    private final Optional<TlsHandshakes> handshakes;
    private final LoginThreshold threshold;
    private final BiConsumer<MqttEndpoint, DeviceConnection> login;
    private @Nullable NetServer server;

    /**
     * A port that does not listen yet.
     *
     * @param threshold decides who may come in
     * @param login gets each device that sends a name and a password
     */
    ListeningPort(
            Vertx vertx,
            DeviceEdge.ListenAddress listener,
            LoginThreshold threshold,
            BiConsumer<MqttEndpoint, DeviceConnection> login) {
        this.vertx = vertx;
        this.webSocket = listener.webSocket();
        this.threshold = threshold;
        this.login = login;
        this.handshakes = listener.tls().map(key -> new TlsHandshakes(vertx, key));
        this.options = new MqttServerOptions();
        options.setHost(listener.host()).setPort(listener.port());
        options.setTcpKeepAlive(true).setTcpNoDelay(true).setAcceptBacklog(BACKLOG);
        options.setSendBufferSize(SEND_BUFFER_BYTES);
        options.setAutoClientId(false);
    }

    /** Listens. The future gives the actual port. */
    Future<Integer> listen() {
        NetServer made = vertx.createNetServer(options).connectHandler(this::arrive);
        server = made;
        return handshakes
                .map(TlsHandshakes::ready)
                .orElseGet(Future::succeededFuture)
                .compose(ready -> made.listen())
                .map(NetServer::actualPort);
    }

    Future<Void> close() {
        handshakes.ifPresent(TlsHandshakes::close);
        return server == null ? Future.succeededFuture() : server.close();
    }

    private void arrive(NetSocket socket) {
        NetSocketInternal raw = (NetSocketInternal) socket;
        DeviceConnection pipe = new DeviceConnection(raw, threshold.log());
        if (!threshold.mayPass(pipe)) {
            pipe.cut();
            return;
        }
        ChannelHandlerContext channel = raw.channelHandlerContext();
        channel.channel()
                .closeFuture()
                .addListener(closed -> threshold.newcomers().leave(pipe));
        askWhenSilent(channel.channel().config());
        channel.channel()
                .config()
                .setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ)
                        .maxMessagesPerRead(READS_IN_A_TURN));
        PipelineLayers.lay(channel.pipeline(), webSocket, pipe);
        handshakes.ifPresent(each -> channel.pipeline().addFirst("tls", each.layer(channel)));
        channel.pipeline().addFirst("greeting", new LoginBytes(pipe));
        channel.pipeline().addFirst("reading", pipe.reading());
        pipe.gatherFlushes();
        MqttProtocol protocol = new MqttProtocol(raw, pipe, options, login);
        raw.messageHandler(protocol::hear);
        threshold.newcomers().arrive(pipe);
    }

    /**
     * Lets TCP check a silent peer. A device without keep-alive may be silent for ever, just like a device without
     * power. The peer's TCP answers without the device's program. Two minutes without an answer end the connection.
     */
    private static void askWhenSilent(ChannelConfig config) {
        config.setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), ASK_AFTER_S);
        config.setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), ASK_AGAIN_AFTER_S);
        config.setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), MOST_QUESTIONS);
    }
}
