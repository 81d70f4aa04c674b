package io.foyer.hub.web.live;

import io.micrometer.core.instrument.Counter;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/**
 * The connection of one viewer. Nothing waits for a viewer except in the buffer of its socket. While the buffer is full
 * the viewer is behind and gets no frames. When the buffer is empty again, the viewer gets the newest state at once.
 */
final class Viewer {
    private static final int MOST_SECONDS_BEHIND = 30;

    private final ServerWebSocket socket;
    private final Channel channel;
    private final ChannelOutboundInvoker way;
    private final Counter sent;
    private final Counter dropped;
    private Runnable drained = () -> {};
    private boolean behind;
    private int secondsBehind;
    private long told;

    Viewer(ServerWebSocket socket, Channel channel, Counter sent, Counter dropped) {
        this.socket = socket;
        this.channel = channel;
        this.way = EncodedFrames.way(channel);
        this.sent = sent;
        this.dropped = dropped;
    }

    /** Sets how many decisions the viewer has heard of. {@code refresh} brings a viewer that fell behind up to date. */
    void begin(long toldSoFar, Runnable refresh) {
        told = toldSoFar;
        drained = refresh;
    }

    /**
     * Sends frames, after which the viewer has heard of {@code toldByThen} decisions. Sends nothing while it is behind.
     */
    void send(EncodedFrames frames, long toldByThen) {
        if (behind) {
            dropped.increment(frames.count());
        } else {
            put(frames, toldByThen);
        }
    }

    /** Sends the newest state. Where the buffer is full, the viewer stays behind until the buffer is empty. */
    void refresh(long toldByThen, List<String> frames) {
        try (EncodedFrames encoded = new EncodedFrames(frames)) {
            put(encoded, toldByThen);
        }
    }

    private void put(EncodedFrames frames, long toldByThen) {
        if (socket.isClosed()) {
            return; // the close frame is here, and the close handler runs later
        }
        behind = !channel.isWritable();
        if (behind) {
            dropped.increment(frames.count());
            awaitDrain();
            return;
        }
        told = toldByThen;
        frames.writeTo(way);
        sent.increment(frames.count());
    }

    /** Writes an empty buffer after all waiting bytes. When it is written, nothing waits any more. */
    @SuppressWarnings("FutureReturnValueIgnored") // the listener learns of the result
    private void awaitDrain() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                drained.run();
            }
        });
    }

    /** How many decisions the viewer had heard of when it fell behind. */
    long told() {
        return told;
    }

    /** Gives up a viewer that takes nothing at all. Call this once a second. */
    void second() {
        secondsBehind = behind ? secondsBehind + 1 : 0;
        if (secondsBehind > MOST_SECONDS_BEHIND) {
            close(1013, "too slow");
        }
    }

    void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }
}
