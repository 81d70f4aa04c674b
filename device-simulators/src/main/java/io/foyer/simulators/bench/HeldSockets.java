package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * So many connections that say something at once, then so much once a second, and never read. One that the hub ends
 * comes again a second later.
 */
final class HeldSockets implements Abuse {
    private static final long PERIOD_MS = 1_000;

    private final String name;
    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private final int count;
    private final Buffer first;
    private final Buffer drip;
    private final Set<NetSocket> open = new HashSet<>();
    private long timer;
    private int opening;

    HeldSockets(String name, Vertx vertx, NetClient client, int port, int count, Buffer first, Buffer drip) {
        this.name = name;
        this.vertx = vertx;
        this.client = client;
        this.port = port;
        this.count = count;
        this.first = first;
        this.drip = drip;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<Void> begin() {
        fill();
        timer = vertx.setPeriodic(PERIOD_MS, tick -> {
            if (drip.length() > 0) {
                open.stream().filter(socket -> !socket.writeQueueFull()).forEach(socket -> socket.write(drip));
            }
            fill();
        });
        return Future.succeededFuture();
    }

    private void fill() {
        while (open.size() + opening < count) {
            opening++;
            client.connect(port, "127.0.0.1").onComplete(connected -> {
                opening--;
                if (connected.succeeded()) {
                    hold(connected.result());
                }
            });
        }
    }

    private void hold(NetSocket socket) {
        open.add(socket);
        socket.pause();
        socket.exceptionHandler(broken -> open.remove(socket));
        socket.closeHandler(closed -> open.remove(socket));
        if (first.length() > 0) {
            socket.write(first);
        }
    }

    @Override
    public Future<Void> end() {
        vertx.cancelTimer(timer);
        Set.copyOf(open).forEach(NetSocket::close);
        return Future.succeededFuture();
    }
}
