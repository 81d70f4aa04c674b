package io.foyer.simulators.bench;

import io.foyer.simulators.setting.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** One device's connection, packet by packet, on one event loop. A connection that ends is a benchmark that fails. */
final class Link {
    private final String device;
    private final NetSocket socket;
    private final Promise<Void> accepted = Promise.promise();
    private final Promise<Void> subscribed = Promise.promise();
    private volatile boolean lost;
    private Buffer rest = Buffer.buffer();
    private IntConsumer acknowledged = id -> {};
    private Commands commands = payload -> {};
    private boolean closing;

    /** Hears the payload of each command. */
    interface Commands {
        void hear(Buffer payload);
    }

    private Link(String device, NetSocket socket) {
        this.device = device;
        this.socket = socket;
        socket.handler(this::read);
        socket.closeHandler(gone -> {
            if (!closing) {
                IllegalStateException failure =
                        new IllegalStateException("the server has closed the connection of " + device);
                accepted.tryFail(failure);
                subscribed.tryFail(failure);
                lost = true;
            }
        });
    }

    /** Connects and logs in; to be called on the loop that shall own the connection. */
    static Future<Link> open(NetClient client, int port, String device, String password) {
        return client.connect(port, "127.0.0.1").compose(socket -> {
            Link link = new Link(device, socket);
            socket.write(Packets.connect(device, password));
            return link.accepted.future().map(link);
        });
    }

    /** Connects all sensors, one after the other, and hands each on with its connection. */
    static Future<Void> openEach(NetClient client, int port, List<Sensor> sensors, BiConsumer<Sensor, Link> opened) {
        Future<Void> connected = Future.succeededFuture();
        for (Sensor sensor : sensors) {
            connected = connected
                    .compose(done -> open(client, port, sensor.id(), BenchSite.PASSWORD))
                    .map(link -> {
                        opened.accept(sensor, link);
                        return null;
                    });
        }
        return connected;
    }

    Future<Void> subscribe(String filter) {
        socket.write(Packets.subscribe(filter));
        return subscribed.future();
    }

    String device() {
        return device;
    }

    /** Throws where the server has ended the connection: no figure is true after that. */
    void assertOpen() {
        if (lost) {
            throw new Refusal("bench: the server has closed the connection of " + device + ". Nothing is reported.");
        }
    }

    /** @param handler hears each acknowledged packet id */
    void onAcknowledged(IntConsumer handler) {
        acknowledged = handler;
    }

    void onCommand(Commands handler) {
        commands = handler;
    }

    /** Usable from any thread. */
    void write(Buffer packets) {
        socket.write(packets);
    }

    void close() {
        closing = true;
        socket.close();
    }

    private void read(Buffer more) {
        Buffer all = rest.length() == 0 ? more : rest.appendBuffer(more);
        int at = 0;
        while (true) {
            int body = at + 1;
            int length = 0;
            int shift = 0;
            boolean whole = false;
            while (body < all.length() && !whole) {
                int next = all.getByte(body++);
                length |= (next & 127) << shift;
                shift += 7;
                whole = next >= 0;
            }
            if (!whole || body + length > all.length()) {
                break;
            }
            packet(all, all.getByte(at), body, body + length);
            at = body + length;
        }
        rest = at == all.length() ? Buffer.buffer() : all.getBuffer(at, all.length());
    }

    private void packet(Buffer all, byte first, int from, int to) {
        switch ((first & 0xFF) >> 4) {
            case Packets.CONNACK -> {
                int code = all.getByte(from + 1);
                if (code == 0) {
                    accepted.tryComplete();
                } else {
                    accepted.tryFail(new IllegalStateException("the login of " + device + " is refused: " + code));
                }
            }
            case Packets.SUBACK -> subscribed.tryComplete();
            case Packets.PUBACK -> acknowledged.accept(all.getUnsignedShort(from));
            case Packets.PUBLISH -> {
                int topicEnds = from + 2 + all.getUnsignedShort(from);
                boolean numbered = (first & 0x06) != 0;
                if (numbered) {
                    socket.write(Packets.acknowledge(all.getUnsignedShort(topicEnds)));
                }
                commands.hear(all.getBuffer(numbered ? topicEnds + 2 : topicEnds, to));
            }
            default -> throw new IllegalStateException("an unexpected packet, first byte " + first);
        }
    }
}
