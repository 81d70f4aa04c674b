package io.foyer.hub.web.live;

import io.micrometer.core.instrument.Counter;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/**
 * One connection that is told. Nothing is queued for it beyond its socket's own buffer: while that is full it is
 * behind, what comes is not for it, and when the buffer has drained it is brought to the newest state at once.
 */
final class Viewer {
    private static final int MOST_SECONDS_BEHIND = 30;

    private final ServerWebSocket socket;
    private final Channel channel;
    private final Counter sent;
    private final Counter dropped;
    private Runnable drained = () -> {};
    private boolean behind;
    private int secondsBehind;
    private long told;

    Viewer(ServerWebSocket socket, Channel channel, Counter sent, Counter dropped) {
        this.socket = socket;
        this.channel = channel;
        this.sent = sent;
        this.dropped = dropped;
    }

    /** It has been told of so many decisions; {@code refresh} is what brings it up to date after it fell behind. */
    void begin(long toldSoFar, Runnable refresh) {
        told = toldSoFar;
        drained = refresh;
    }

    /** Sends frames after which the viewer has been told {@code toldByThen} decisions; nothing while it is behind. */
    void send(EncodedFrames frames, long toldByThen) {
        if (behind) {
            dropped.increment(frames.count());
        } else {
            put(frames, toldByThen);
        }
    }

    /** Sends what brings it up to date, unless its buffer is full: then it stays behind until that has drained. */
    void refresh(long toldByThen, List<String> frames) {
        try (EncodedFrames encoded = new EncodedFrames(frames)) {
            put(encoded, toldByThen);
        }
    }

    private void put(EncodedFrames frames, long toldByThen) {
        if (socket.isClosed()) {
            return; // its close frame is here, its close handler has not run yet
        }
        behind = !channel.isWritable();
        if (behind) {
            dropped.increment(frames.count());
            awaitDrain();
            return;
        }
        told = toldByThen;
        frames.writeTo(channel);
        sent.increment(frames.count());
    }

    /** Nothing, behind all that waits: once it is written the buffer is empty. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is the listener that is told
    private void awaitDrain() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                drained.run();
            }
        });
    }

    /** How many decisions had been told when it fell behind. */
    long told() {
        return told;
    }

    /** Called once a second: gives up a viewer that takes nothing at all. */
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
