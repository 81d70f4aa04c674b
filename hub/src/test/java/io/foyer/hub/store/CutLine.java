package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A line to PostgreSQL that can be cut at the worst moment: just before a COMMIT arrives, or just before its answer. */
final class CutLine {
    enum Cut {
        NOWHERE,
        BEFORE_COMMIT,
        /** From the COMMIT on nothing passes and nobody is told, not even that the other side has closed. */
        SILENT,
        BEFORE_ANSWER
    }

    private final NetClient client;
    private final Supplier<ServerAddress> server;
    private final NetServer listener;
    private volatile Cut next = Cut.NOWHERE;

    private CutLine(Vertx vertx, Supplier<ServerAddress> server) {
        this.client = vertx.createNetClient();
        this.server = server;
        this.listener = vertx.createNetServer().connectHandler(this::join);
    }

    static CutLine to(Vertx vertx, Supplier<ServerAddress> server) {
        CutLine line = new CutLine(vertx, server);
        TestStore.await(line.listener.listen(0, "127.0.0.1"));
        return line;
    }

    /** Cuts the line once. */
    void cut(Cut where) {
        next = where;
    }

    ServerAddress address() {
        ServerAddress real = server.get();
        return new ServerAddress("127.0.0.1", listener.actualPort(), real.database(), real.user(), real.password());
    }

    private void join(NetSocket hub) {
        hub.pause();
        Future<NetSocket> connected = client.connect(server.get().port(), "127.0.0.1");
        connected.onFailure(any -> hub.close()).onSuccess(real -> {
            boolean[] committing = {false};
            boolean[] silent = {false};
            hub.handler(data -> {
                boolean commit = holds(data, "COMMIT");
                if (commit && next == Cut.BEFORE_COMMIT) {
                    next = Cut.NOWHERE;
                    real.close();
                    hub.close();
                    return;
                }
                committing[0] |= commit;
                if (commit && next == Cut.SILENT) {
                    next = Cut.NOWHERE;
                    silent[0] = true;
                }
                if (!silent[0]) {
                    real.write(data);
                }
            });
            real.handler(data -> {
                if (committing[0] && next == Cut.BEFORE_ANSWER && holds(data, "COMMIT")) {
                    next = Cut.NOWHERE;
                    real.close();
                    hub.close();
                    return;
                }
                hub.write(data);
            });
            hub.closeHandler(any -> {
                if (!silent[0]) {
                    real.close();
                }
            });
            real.closeHandler(any -> hub.close());
            hub.resume();
        });
    }

    private static boolean holds(Buffer data, String word) {
        return data.toString(StandardCharsets.ISO_8859_1).contains(word);
    }
}
