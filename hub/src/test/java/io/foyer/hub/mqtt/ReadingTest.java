package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A device that takes nothing is not read, and after a while it is given up; nothing else starts its reading. */
class ReadingTest {
    private final List<String> done = new ArrayList<>();
    private final ReadGate reading =
            new ReadGate(() -> done.add("stop"), () -> done.add("start"), () -> done.add("give up"));
    private final KeepAlive keepAlive = new KeepAlive(90_000, reading, () -> done.add("silent"));
    private final EmbeddedChannel channel = new EmbeddedChannel(new Unflushed(), reading, keepAlive);

    /** A peer whose buffers are full: nothing is flushed. */
    private static final class Unflushed extends ChannelOutboundHandlerAdapter {
        @Override
        public void flush(ChannelHandlerContext channel) {
            // Nothing goes out.
        }

        @Override
        public void write(ChannelHandlerContext channel, Object message, ChannelPromise promise) {
            channel.write(message, promise);
        }
    }

    private void fill() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(16, 32));
        channel.write(Unpooled.wrappedBuffer(new byte[64]));
        assertThat(channel.isWritable()).isFalse();
    }

    private void drain() {
        channel.unsafe().flush();
        channel.runPendingTasks();
        assertThat(channel.isWritable()).isTrue();
    }

    @Test
    void who_takes_nothing_is_not_read_until_it_does() {
        fill();
        assertThat(done).containsExactly("stop");
        drain();
        assertThat(done).containsExactly("stop", "start");
    }

    @Test
    void who_takes_nothing_for_30_s_is_given_up() {
        channel.freezeTime();
        fill();
        channel.advanceTimeBy(29, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(done).containsExactly("stop");
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(done).containsExactly("stop", "give up");
    }

    @Test
    void who_takes_something_in_time_has_another_30_s() {
        channel.freezeTime();
        fill();
        channel.advanceTimeBy(29, TimeUnit.SECONDS);
        drain();
        channel.advanceTimeBy(29, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(done).containsExactly("stop", "start");
    }

    @Test
    void two_reasons_not_to_read_must_both_be_gone() {
        reading.hold(ReadGate.HoldReason.STORE);
        fill();
        reading.release(ReadGate.HoldReason.STORE);
        assertThat(done).containsExactly("stop");
        drain();
        assertThat(done).containsExactly("stop", "start");
    }

    @Test
    void no_layer_reads_on_while_nothing_may_be_read() {
        AtomicInteger reads = new AtomicInteger();
        ReadGate gate = new ReadGate(() -> {}, () -> {}, () -> {});
        EmbeddedChannel socket = new EmbeddedChannel(
                new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void read(ChannelHandlerContext context) {
                        reads.incrementAndGet();
                    }
                },
                gate);
        reads.set(0);
        gate.hold(ReadGate.HoldReason.STORE);
        socket.read();
        assertThat(reads).hasValue(0);
        gate.release(ReadGate.HoldReason.STORE);
        socket.read();
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_device_that_is_not_read_is_not_silent() {
        channel.freezeTime();
        reading.hold(ReadGate.HoldReason.STORE);
        channel.advanceTimeBy(100, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(done).containsExactly("stop");
        reading.release(ReadGate.HoldReason.STORE);
        channel.advanceTimeBy(100, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(done).containsExactly("stop", "start", "silent");
    }
}
