package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceLimitTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void start() {
        context.addTurboFilter(new TraceLimit(nanos::get));
        written.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(written);
    }

    @Test
    void of_each_kind_one_trace_a_minute_is_written() {
        Logger promise = context.getLogger("io.netty.util.concurrent.DefaultPromise");
        for (int i = 0; i < 10_000; i++) {
            nanos.incrementAndGet();
            promise.warn("An exception was thrown", new IllegalStateException());
            promise.warn("by {} {} {}", 1, 2, 3, new IllegalStateException());
            promise.warn("Another one", new IOException());
        }
        assertThat(written.list).hasSize(2);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        promise.warn("An exception was thrown", new IllegalStateException());
        assertThat(written.list).hasSize(3);
    }

    @Test
    void what_has_no_trace_and_what_is_our_own_is_written_each_time() {
        for (int i = 0; i < 3; i++) {
            context.getLogger("io.netty.handler").warn("without one");
            context.getLogger("io.foyer.hub.web.Web").error("our own", new IllegalStateException());
        }
        assertThat(written.list).hasSize(6);
    }

    @Test
    void what_would_not_be_written_anyway_takes_nobody_s_turn() {
        Logger vertx = context.getLogger("io.vertx.core");
        vertx.setLevel(ch.qos.logback.classic.Level.WARN);
        vertx.debug("not asked for", new IOException());
        vertx.warn("asked for", new IOException());
        assertThat(written.list).hasSize(1);
    }
}
