package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.function.Supplier;

/** So many times a second somebody connects, says one thing, and leaves after the first answer or a second. */
final class ShortCalls implements Abuse {
    private static final long TICK_MS = 10;
    private static final long LONGEST_MS = 1_000;
    private static final int MOST_AT_ONCE = 500;

    private final String name;
    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private final int perSecond;
    private final Supplier<Buffer> words;
    private long timer;
    private long begin;
    private long called;
    private int open;

    ShortCalls(String name, Vertx vertx, NetClient client, int port, int perSecond, Supplier<Buffer> words) {
        this.name = name;
        this.vertx = vertx;
        this.client = client;
        this.port = port;
        this.perSecond = perSecond;
        this.words = words;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<Void> begin() {
        begin = System.nanoTime();
        called = 0;
        timer = vertx.setPeriodic(TICK_MS, tick -> {
            long due = (long) ((System.nanoTime() - begin) / 1e9 * perSecond);
            for (; called < due; called++) {
                if (open < MOST_AT_ONCE) {
                    open++;
                    client.connect(port, "127.0.0.1").onSuccess(this::call).onFailure(refused -> open--);
                }
            }
        });
        return Future.succeededFuture();
    }

    private void call(NetSocket socket) {
        long late = vertx.setTimer(LONGEST_MS, tick -> socket.close());
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(closed -> {
            vertx.cancelTimer(late);
            open--;
        });
        socket.handler(answer -> socket.close());
        socket.write(words.get());
    }

    @Override
    public Future<Void> end() {
        vertx.cancelTimer(timer);
        return Future.succeededFuture();
    }
}
