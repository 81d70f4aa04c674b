package io.foyer.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TurnsTest {
    private final Deque<ChannelPromise> unread = new ArrayDeque<>();
    private int asked;

    /** Answers each request at once. */
    private final class Answers extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                asked++;
                context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
            }
        }
    }

    /** A client that reads nothing. */
    private final class Unread extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            unread.add(promise);
        }
    }

    private static PageConnections connections() {
        TestClock clock = new TestClock();
        return new PageConnections(
                clock,
                new SlowLog(LoggerFactory.getLogger(TurnsTest.class), clock),
                new SimpleMeterRegistry(),
                new HttpServerOptions(),
                10);
    }

    @Test
    void a_viewer_that_sends_pings_and_reads_nothing_is_not_read() {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestTurns(connections()));
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
        for (int bit = 1; bit <= 2; bit++) {
            channel.unsafe().outboundBuffer().setUserDefinedWritability(bit, false);
            channel.runPendingTasks();
            assertThat(channel.config().isAutoRead()).isFalse();
            channel.unsafe().outboundBuffer().setUserDefinedWritability(bit, true);
            channel.runPendingTasks();
            assertThat(channel.config().isAutoRead()).isTrue();
        }
        channel.finishAndReleaseAll();
    }

    @Test
    void a_client_that_asks_much_and_reads_nothing_costs_one_answer() {
        EmbeddedChannel channel = new EmbeddedChannel(new Unread(), new RequestTurns(connections()), new Answers());
        for (int i = 0; i < 100; i++) {
            channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
            channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        assertThat(asked).isEqualTo(1);
        assertThat(channel.config().isAutoRead()).isFalse();

        for (int i = 0; i < 100; i++) {
            unread.remove().setSuccess();
            channel.runPendingTasks();
        }
        assertThat(asked).isEqualTo(100);
        assertThat(channel.config().isAutoRead()).isTrue();
        channel.finishAndReleaseAll();
    }
}
