package io.foyer.hub.web.live;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/**
 * One connection that is told. Nothing is queued for it beyond its socket's own buffer: while that is full it is
 * behind, what comes is not for it, and when the buffer has drained it is brought to the newest state at once.
 */
final class Viewer {
    private static final int MOST_SECONDS_BEHIND = 30;

    private final ServerWebSocket socket;
    private final Counter sent;
    private final Counter dropped;
    private Runnable drained = () -> {};
    private boolean behind;
    private int secondsBehind;
    private long told;

    Viewer(ServerWebSocket socket, Counter sent, Counter dropped) {
        this.socket = socket;
        this.sent = sent;
        this.dropped = dropped;
    }

    /** It has been told of so many decisions; {@code refresh} is what brings it up to date after it fell behind. */
    void begin(long toldSoFar, Runnable refresh) {
        told = toldSoFar;
        drained = refresh;
    }

    /** Sends a frame after which the viewer has been told {@code toldByThen} decisions; nothing while it is behind. */
    void send(String frame, long toldByThen) {
        if (behind) {
            dropped.increment();
        } else {
            refresh(toldByThen, List.of(frame));
        }
    }

    /** Sends frames that belong together, unless its buffer is full: then it stays behind until that has drained. */
    void refresh(long toldByThen, List<String> frames) {
        if (socket.isClosed()) {
            return; // its close frame is here, its close handler has not run yet
        }
        behind = socket.writeQueueFull();
        if (behind) {
            dropped.increment(frames.size());
            socket.drainHandler(done -> drained.run());
            return;
        }
        told = toldByThen;
        frames.forEach(socket::writeFinalTextFrame);
        sent.increment(frames.size());
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
