package io.foyer.hub.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One connection of HTTP/1. The hub serves one request at a time, and each turn of the client has its time. The next
 * request waits, where possible unread, until the answer has left. So a client that asks and does not read costs one
 * answer.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise learns of a failure, or nobody needs the result
final class RequestTurns extends ChannelDuplexHandler {
    static final Duration FIRST_HEAD = Duration.ofSeconds(20);
    static final Duration NEXT_HEAD = Duration.ofSeconds(75);
    static final Duration BODY = Duration.ofSeconds(30);
    static final Duration ANSWER = Duration.ofMinutes(2);

    /** For a client that still sends and would not see its answer otherwise, and for the close frame of a WebSocket. */
    static final Duration GOODBYE = Duration.ofSeconds(10);

    /** A body gets one more second for each such number of bytes that have come. */
    private static final int BYTES_A_SECOND = 32 * 1024;

    private final PageConnections connections;
    private final Deque<Object> held = new ArrayDeque<>();
    private long bytes;
    private boolean asking;
    private boolean answering;
    private boolean closing;
    private boolean upgraded;
    private boolean turning;
    private boolean expecting;

    RequestTurns(PageConnections connections) {
        this.connections = connections;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connections.await(context.channel(), FIRST_HEAD);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (upgraded) {
            context.fireChannelRead(message);
        } else if (!held.isEmpty() || mustWait(message)) {
            held.add(message);
            context.channel().config().setAutoRead(false);
        } else {
            take(context, message);
        }
    }

    private boolean mustWait(Object message) {
        return message instanceof HttpRequest && (asking || answering);
    }

    private void take(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            asking = true;
            answering = true;
            expecting = HttpUtil.is100ContinueExpected(request);
            bytes = 0;
            connections.await(context.channel(), BODY);
        }
        if (message instanceof HttpContent content) {
            long before = bytes / BYTES_A_SECOND;
            bytes += content.content().readableBytes();
            connections.extend(context.channel(), Duration.ofSeconds(bytes / BYTES_A_SECOND - before));
        }
        asking = asking && !isLast(message);
        if (closing && !answering) {
            ReferenceCountUtil.release(message);
            if (!asking) {
                context.close();
            }
            return;
        }
        if (!asking && answering) {
            connections.serve(context.channel());
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = false;
        if (!upgraded && message instanceof HttpResponse head) {
            interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            upgraded = head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (upgraded) {
                dropHeld(); // a client may send nothing before the answer that opens the WebSocket
                context.channel().config().setAutoRead(true);
            }
            endUnsent(head);
            closing = head.headers().contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        }
        if (message instanceof CloseWebSocketFrame) {
            connections.await(context.channel(), GOODBYE);
        }
        if (upgraded || interim || !isLast(message)) {
            context.write(message, promise);
            return;
        }
        connections.await(context.channel(), ANSWER);
        context.write(message, promise.unvoid().addListener(gone -> {
            answering = false;
            if (closing && asking) {
                connections.await(context.channel(), GOODBYE);
            } else if (closing) {
                context.close();
            } else if (!asking) {
                turn(context);
            }
        }));
    }

    /**
     * Ends a connection whose client waits for permission to send a body and gets none: its next request could pass for
     * the body.
     */
    private void endUnsent(HttpResponse head) {
        if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            expecting = false;
        } else if (expecting && asking) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    private static boolean isLast(Object message) {
        return message instanceof LastHttpContent;
    }

    /** Lets the next request come, or takes it where it is there already. */
    private void turn(ChannelHandlerContext context) {
        if (turning || !context.channel().isActive()) {
            return;
        }
        turning = true;
        connections.await(context.channel(), NEXT_HEAD);
        while (!held.isEmpty() && !mustWait(held.element())) {
            while (!held.isEmpty() && !mustWait(held.element())) {
                take(context, held.remove());
            }
            context.fireChannelReadComplete(); // this flushes the answers
        }
        turning = false;
        if (held.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** Stops reading from a client that does not read: each of its pings would add an answer that waits. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (upgraded) {
            context.channel().config().setAutoRead(context.channel().isWritable());
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        dropHeld();
        context.fireChannelInactive();
    }

    private void dropHeld() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
