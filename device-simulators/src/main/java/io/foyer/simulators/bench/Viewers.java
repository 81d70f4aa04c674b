package io.foyer.simulators.bench;

import io.foyer.simulators.setting.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * So many viewers of one live feed, all on the loop that connects them. Changes are numbered; a viewer is current with a
 * change at the first frame that shows it or a newer one.
 */
final class Viewers {
    static final int NUMBERS = 1_000;
    private static final String COUNT = "\"zone\":\"room-0\",\"count\":";
    private static final int AT_ONCE = 50;
    private static final long LOOK_AGAIN_MS = 20;
    private static final long PATIENCE_MS = 10_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final List<Viewer> viewers = new ArrayList<>();
    private final AtomicLongArray sentAt = new AtomicLongArray(NUMBERS);
    private Histogram times = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    private long frames;
    private String sample = "";

    private static final class Viewer {
        private long newest;
    }

    /** What they have seen: how long each was not current with each change, in ns, and how many frames they got. */
    record Seen(Histogram times, long frames) {}

    Viewers(Vertx vertx, int count) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count));
    }

    /** @param token empty where nobody asks for one */
    Future<Void> connect(int port, int count, String token) {
        Future<Void> connected = Future.succeededFuture();
        for (int first = 0; first < count; first += AT_ONCE) {
            int some = Math.min(AT_ONCE, count - first);
            connected = connected.compose(before -> {
                List<Future<WebSocket>> opening = new ArrayList<>();
                for (int i = 0; i < some; i++) {
                    opening.add(client.connect(address(port, token)).onSuccess(this::meet));
                }
                return Future.all(opening).mapEmpty();
            });
        }
        return connected;
    }

    private static WebSocketConnectOptions address(int port, String token) {
        WebSocketConnectOptions address =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/live/bench?topics=occupancy");
        return token.isEmpty() ? address : address.addSubProtocol("foyer.v1").addSubProtocol("bearer." + token);
    }

    private void meet(WebSocket socket) {
        Viewer viewer = new Viewer();
        viewers.add(viewer);
        socket.textMessageHandler(text -> hear(viewer, text));
    }

    private void hear(Viewer viewer, String text) {
        int found = text.indexOf(COUNT);
        boolean isCount = found >= 0 && Character.isDigit(text.charAt(found + COUNT.length()));
        if (!isCount || !text.startsWith("{\"type\":\"delta\"")) {
            return;
        }
        long now = System.nanoTime();
        int from = found + COUNT.length();
        int to = from;
        while (Character.isDigit(text.charAt(to))) {
            to++;
        }
        long number = Long.parseLong(text, from, to, 10);
        long newest = viewer.newest + Math.floorMod(number - viewer.newest, NUMBERS);
        for (long one = viewer.newest + 1; one <= newest; one++) {
            times.recordValue(now - sentAt.get((int) (one % NUMBERS)));
        }
        viewer.newest = newest;
        frames++;
        sample = text;
    }

    /** To be called as a change is sent. */
    void sent(long number) {
        sentAt.set((int) (number % NUMBERS), System.nanoTime());
    }

    /** The newest delta, with another number in it. */
    String sample(long number) {
        return sample.replaceFirst(COUNT + "\\d+", COUNT + number % NUMBERS);
    }

    /** Waits until all are current with a change, and tells what they have seen since this was asked last. */
    Future<Seen> seen(long number) {
        Promise<Seen> seen = Promise.promise();
        look(number, 0, seen);
        return seen.future();
    }

    private void look(long number, long waited, Promise<Seen> seen) {
        long late = viewers.stream().filter(viewer -> viewer.newest < number).count();
        if (late == 0) {
            Seen all = new Seen(times, frames);
            times = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
            frames = 0;
            seen.complete(all);
        } else if (waited >= PATIENCE_MS) {
            seen.fail(
                    new Refusal("bench: " + late + " viewers were not told within ten seconds. Nothing is reported."));
        } else {
            vertx.setTimer(LOOK_AGAIN_MS, again -> look(number, waited + LOOK_AGAIN_MS, seen));
        }
    }

    void close() {
        client.close();
    }
}
