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
 * One connection of HTTP/1: one request at a time, and each turn of the client's within its time. What comes behind a
 * request waits, unread as far as it can, until the answer has left for the client: a client that asks and does not read
 * costs one answer.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails is told to the promise, or to nobody who is left
final class RequestTurns extends ChannelDuplexHandler {
    static final Duration FIRST_HEAD = Duration.ofSeconds(20);
    static final Duration NEXT_HEAD = Duration.ofSeconds(75);
    static final Duration BODY = Duration.ofSeconds(30);
    static final Duration ANSWER = Duration.ofMinutes(2);

    /** For a client that is still sending, which would not see its answer otherwise, and for a WebSocket's own goodbye. */
    static final Duration GOODBYE = Duration.ofSeconds(10);

    /** A body gets a second more for so many bytes that have come. */
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
                dropHeld(); // nothing may come before the answer that makes it a WebSocket
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

    /** A client that waits to be told to send, and is not, may send its next request where we look for a body. */
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

    /** The next request may come, or is there already. */
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
            context.fireChannelReadComplete(); // by it the answers leave
        }
        turning = false;
        if (held.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** Each ping of a WebSocket is answered: whoever sends them and reads nothing is not read either. */
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
