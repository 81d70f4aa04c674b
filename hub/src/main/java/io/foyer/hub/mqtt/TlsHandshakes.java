package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * TLS at a port for devices. The arithmetic of a handshake takes milliseconds, and any stranger can ask for it. A
 * thread of its own does the arithmetic, so the loop of the doors need not.
 */
final class TlsHandshakes {
    private static final long LONGEST_S = 10;
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_SESSIONS = 1_000;
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Vertx vertx;
    private final KeyCertOptions key;
    /** Refuses a handshake while its queue is full. The client comes again. */
    private final ExecutorService arithmetic = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
                Thread thread = new Thread(work, "foyer-handshakes");
                thread.setDaemon(true);
                return thread;
            },
            (work, all) -> {
                throw new RejectedExecutionException(MOST_WAITING + " TLS handshakes are waiting already");
            });

    private @Nullable SslContext context;

    TlsHandshakes(Vertx vertx, KeyCertOptions key) {
        this.vertx = vertx;
        this.key = key;
    }

    /** Reads the key. Must succeed before the first {@link #layer}. */
    Future<Void> ready() {
        return vertx.executeBlocking(() -> SslContextBuilder.forServer(key.getKeyManagerFactory(vertx))
                        .sslProvider(SslProvider.JDK)
                        .protocols("TLSv1.2", "TLSv1.3")
                        .sessionCacheSize(MOST_SESSIONS)
                        .build())
                .map(made -> {
                    context = made;
                    return null;
                });
    }

    /** The TLS layer of one connection. */
    ChannelHandler layer(ChannelHandlerContext channel) {
        if (context == null) {
            throw new IllegalStateException("the key is not read yet");
        }
        SslHandler layer = context.newHandler(
                channel.alloc(),
                work -> arithmetic.execute(() -> {
                    if (channel.channel().isOpen()) { // a client that has gone needs no answer and keeps nobody waiting
                        work.run();
                    }
                }));
        layer.setHandshakeTimeout(LONGEST_S, TimeUnit.SECONDS);
        return layer;
    }

    void close() {
        arithmetic.shutdown();
    }
}
