package io.foyer.hub.web;

import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The connections of people, a bounded number at once. The hub waits for a client for a bounded time. Where one more
 * client comes than there is room for, the hub closes the connection for which it has waited longest. Only the people's
 * loop uses this.
 */
final class PageConnections {
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final InstantSource clock;
    private final SlowLog log;
    private final HttpServerOptions options;
    private final int most;
    private final Counter late;
    private final Counter crowdedOut;
    private final Map<Channel, Instant> awaited = new LinkedHashMap<>();
    private final Set<Channel> served = new HashSet<>();

    PageConnections(InstantSource clock, SlowLog log, MeterRegistry metrics, HttpServerOptions options, int most) {
        this.clock = clock;
        this.log = log;
        this.options = options;
        this.most = most;
        late = metrics.counter("foyer.http.cut", "cause", "late");
        crowdedOut = metrics.counter("foyer.http.cut", "cause", "crowd");
        metrics.gauge("foyer.http.connections", this, PageConnections::count);
    }

    int count() {
        return awaited.size() + served.size();
    }

    /** Takes a new connection, or closes it where there is no room. */
    void meet(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        if (count() >= most) {
            makeRoom();
        }
        if (count() >= most) {
            cut(channel, crowdedOut, "the hub serves as many connections as it may");
            return;
        }
        await(channel, LONGEST_REST);
        channel.closeFuture().addListener(closed -> {
            awaited.remove(channel);
            served.remove(channel);
        });
        if (connection instanceof Http1xServerConnection) {
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.replace("httpDecoder", "httpDecoder", new RequestDecoder(options));
            pipeline.addBefore("handler", "turns", new RequestTurns(this));
        }
    }

    private void makeRoom() {
        awaited.keySet().stream()
                .findFirst()
                .ifPresent(longest -> cut(
                        longest,
                        crowdedOut,
                        "another connection has come, and the hub has waited longest for this one"));
    }

    /**
     * An HTTP/2 connection sends a request. It has many requests at once, so it only moves to the end of the waiting.
     */
    void hear(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        if (awaited.remove(channel) != null) {
            await(channel, LONGEST_REST);
        }
    }

    /** Waits for the client, for a bounded time. A connection that waits already keeps its place. */
    void await(Channel channel, Duration patience) {
        if (channel.isOpen()) {
            served.remove(channel);
            awaited.put(channel, clock.instant().plus(patience));
        }
    }

    /** Gives the client more time, because a part of what the hub waits for has come. */
    void extend(Channel channel, Duration more) {
        awaited.computeIfPresent(channel, (same, until) -> until.plus(more));
    }

    /** Waits no longer: it is the hub's turn, or both sides may send. */
    void serve(Channel channel) {
        if (awaited.remove(channel) != null) {
            served.add(channel);
        }
    }

    /** Closes the late connections. Call this once a second. */
    void second() {
        Instant now = clock.instant();
        for (Map.Entry<Channel, Instant> one : List.copyOf(awaited.entrySet())) {
            if (now.isAfter(one.getValue())) {
                cut(one.getKey(), late, "the client took too long");
            }
        }
    }

    private static String who(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : String.valueOf(channel.remoteAddress());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody needs the result
    private void cut(Channel channel, Counter counter, String why) {
        awaited.remove(channel);
        counter.increment();
        log.warn("closed a connection", who(channel), why);
        // The first context closes at once. The channel's own close would first write all that the client does not
        // read.
        channel.pipeline().firstContext().close();
    }
}
