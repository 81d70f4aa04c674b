package io.foyer.hub.mqtt;

import io.foyer.hub.site.SlowLog;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection below MQTT, from its arrival on: the device behind it, whether the hub reads it, and what ends it. */
final class DeviceConnection implements Newcomers.NewConnection, PacketSource {
    private static final int FLUSH_AFTER = 256;
    private static final long LONGEST_GOODBYE_S = 2;
    private static final double KEEP_ALIVES = 1.5;

    private final NetSocketInternal socket;
    private final Context loop;
    private final Channel channel;
    private final String address;
    private final ReadGate reading;
    private final PacketSplitter packets;
    private SlowLog log;
    private @Nullable String device;
    private @Nullable Consumer<MqttDisconnectReasonCode> goodbye;
    private @Nullable KeepAlive keepAlive;
    private boolean ended;

    /** A new connection. Must be made on the sites' loop. */
    DeviceConnection(NetSocketInternal socket, SlowLog strangers) {
        this.socket = socket;
        this.loop = Objects.requireNonNull(Vertx.currentContext());
        this.channel = socket.channelHandlerContext().channel();
        this.address = String.valueOf(socket.remoteAddress().hostAddress());
        this.reading = new ReadGate(() -> channel.config().setAutoRead(false), this::goOnSoon, this::giveUp);
        this.packets = new PacketSplitter(this, reading);
        this.log = strangers;
        socket.exceptionHandler(this::fault);
    }

    /** The address of the peer, without the port. */
    @Override
    public String address() {
        return address;
    }

    ReadGate reading() {
        return reading;
    }

    /** The layer that cuts the bytes into packets. */
    PacketSplitter packets() {
        return packets;
    }

    /**
     * A device has logged in on this connection.
     *
     * @param goodbye ends the session of the device for a reason that is already logged
     */
    void belongsTo(String device, SlowLog devices, Consumer<MqttDisconnectReasonCode> goodbye) {
        this.device = device;
        this.log = devices;
        this.goodbye = goodbye;
    }

    /**
     * Ends the connection after a silence of one and a half times {@code seconds}; 0 allows any silence. Replaces the
     * handler of Vert.x, which ends the connection without a word in the log.
     */
    void keepAlive(int seconds) {
        ChannelPipeline layers = channel.pipeline();
        if (layers.get("keepAliveHandler") != null) {
            layers.remove("idle");
            layers.remove("keepAliveHandler");
        }
        if (seconds > 0) {
            KeepAlive layer = new KeepAlive(
                    Math.round(seconds * KEEP_ALIVES * 1_000),
                    reading,
                    () -> endSoon(
                            "silent",
                            "no packet for one and a half times the keep-alive of " + seconds + " s",
                            MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT));
            layers.addBefore(PipelineLayers.SOCKET, "keepAlive", layer);
            keepAlive = layer;
        }
    }

    @Override
    public boolean isEnded() {
        return ended || !channel.isOpen();
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public boolean isStranger() {
        return device == null;
    }

    @Override
    public void endSoon(String kind, String why, MqttDisconnectReasonCode reason) {
        loop.runOnContext(turn -> end(kind, why, reason));
    }

    @Override
    public void uncaught(Throwable cause) {
        loop.runOnContext(turn -> fault(cause));
    }

    /** Ends the connection and logs the reason, once. A device that has logged in gets the reason. */
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
        sever();
    }

    @Override
    public void turnAway(String kind, String why) {
        if (!ended) {
            ended = true;
            log.warn(kind, address, why);
        }
        cut();
    }

    /** Ends the connection because of a fault in a layer. */
    void fault(Throwable cause) {
        ConnectionFault fault = ConnectionFault.of(cause);
        end(fault.kind(), fault.why(), fault.reason());
    }

    private void giveUp() {
        endSoon(
                "does not read",
                "the device has read nothing for " + ReadGate.LONGEST_UNSENT_S + " s",
                MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
    }

    /** Logs a refused login. The client gets the refusal next. */
    void refuse(String kind, String why) {
        log.warn(kind, address, why);
        sever();
    }

    /**
     * Reads nothing more, and closes the socket after a while if it is still open. Vert.x waits until the peer has read
     * everything, and a peer may never do so.
     */
    void sever() {
        ended = true;
        ScheduledFuture<?> last = channel.eventLoop().schedule(this::cut, LONGEST_GOODBYE_S, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> last.cancel(false));
    }

    /** Closes the socket at once, even with bytes to send. */
    void cut() {
        ended = true;
        if (channel.isOpen()) {
            channel.unsafe().close(channel.unsafe().voidPromise());
        }
    }

    /** Joins all writes of one turn of the loop into one flush. */
    void gatherFlushes() {
        channel.pipeline().addFirst(new FlushConsolidationHandler(FLUSH_AFTER, true));
    }

    /** Goes on in a turn of its own, because the bytes that have come meanwhile are delivered at once. */
    private void goOnSoon() {
        channel.eventLoop().execute(this::goOn);
    }

    private void goOn() {
        ChannelHandlerContext layer = channel.pipeline().context(packets);
        if (reading.isHeld() || layer == null) {
            return;
        }
        if (keepAlive != null) {
            keepAlive.resetReadTimeout();
        }
        try {
            packets.goOn(layer);
        } catch (Exception fault) {
            fault(fault);
        }
        if (!reading.isHeld()) {
            channel.config().setAutoRead(true);
        }
    }
}
