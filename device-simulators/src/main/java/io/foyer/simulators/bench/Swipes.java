package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * People at the readers, who come when they come and not when the server has time (an open loop): each swipe has its
 * scheduled instant, a thread of its own sends it then, and what is measured is from that instant to the arrival of the
 * command. A server that halts for a second is thus seen by every swipe of that second, and so is a client that is late.
 */
final class Swipes {
    private static final int MOST_UNDER_WAY = 1 << 16;
    private static final long LONGEST_ANSWER_NS = TimeUnit.SECONDS.toNanos(10);
    private static final byte[] ID_BEGINS = "\"s-".getBytes(StandardCharsets.US_ASCII);

    private final List<Link> readers = new ArrayList<>();
    private final AtomicLongArray scheduled = new AtomicLongArray(MOST_UNDER_WAY);
    private final Recorder times = new Recorder(LONGEST_ANSWER_NS, 3);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong denied = new AtomicLong();
    private long sent;

    /** How long the answers took, in ns; {@code missing} ones had not come after ten seconds. */
    record Measured(Histogram times, long missing, long denied) {}

    Future<Void> connect(NetClient client, int port, List<String> devices) {
        Future<Void> connected = Future.succeededFuture();
        for (String device : devices) {
            connected = connected
                    .compose(done -> Link.open(client, port, device, BenchSite.PASSWORD))
                    .compose(link -> {
                        readers.add(link);
                        link.onCommand(this::answered);
                        return link.subscribe(BenchSite.topic(device) + "command");
                    });
        }
        return connected;
    }

    private void answered(Buffer command) {
        long now = System.nanoTime();
        times.recordValue(Math.min(LONGEST_ANSWER_NS, now - scheduled.get(number(command) % MOST_UNDER_WAY)));
        if (command.toString().contains("\"deny\"")) {
            denied.incrementAndGet();
        }
        answered.incrementAndGet();
    }

    /** The number after {@code "s-}: no other field of a command holds that. */
    static int number(Buffer command) {
        int at = 0;
        int same = 0;
        while (same < ID_BEGINS.length) {
            byte next = command.getByte(at++);
            same = next == ID_BEGINS[same] ? same + 1 : next == ID_BEGINS[0] ? 1 : 0;
        }
        int number = 0;
        for (byte digit = command.getByte(at); digit != '"'; digit = command.getByte(++at)) {
            number = 10 * number + digit - '0';
        }
        return number;
    }

    /** Sends so many a second for so long; blocks, so it must not be called on the connections' loop. */
    Measured run(int perSecond, Duration time) {
        times.getIntervalHistogram();
        answered.set(0);
        denied.set(0);
        long count = perSecond * time.toMillis() / 1_000;
        long begin = System.nanoTime();
        for (long n = 0; n < count; n++) {
            long due = begin + n * time.toNanos() / count;
            sleepUntil(due);
            send(due);
        }
        long end = System.nanoTime() + LONGEST_ANSWER_NS;
        while (answered.get() < count && System.nanoTime() < end) {
            sleepUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10));
        }
        readers.forEach(Link::assertOpen);
        return new Measured(times.getIntervalHistogram(), count - answered.get(), denied.get());
    }

    void close() {
        readers.forEach(Link::close);
    }

    private void send(long due) {
        int number = (int) sent++;
        scheduled.set(number % MOST_UNDER_WAY, due);
        Link reader = readers.get(number % readers.size());
        byte[] topic = (BenchSite.topic(reader.device()) + "swipe").getBytes(StandardCharsets.UTF_8);
        String payload =
                "{\"id\":\"s-" + number + "\",\"credential\":\"" + BenchSite.card(number) + "\",\"type\":\"card\"}";
        Buffer packet = Buffer.buffer();
        Packets.publish(packet, topic, 1 + number % Packets.MOST_PACKET_ID, payload.getBytes(StandardCharsets.UTF_8));
        reader.write(packet);
    }

    private static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
