package io.foyer.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Limits the stack traces of Vert.x and Netty to one a minute of each kind. They write one for each connection that
 * ends in an unusual way, and strangers decide how many such connections there are. Lines without a stack trace pass,
 * and so does our own log. {@code logback.xml} names this filter.
 */
public final class TraceLimit extends TurboFilter {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;

    /** By logger and exception. The code limits the number of such pairs. */
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    public TraceLimit() {
        this(System::nanoTime);
    }

    TraceLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable given) {
        @Nullable Throwable trace = given == null ? EventArgUtil.extractThrowable(values) : given;
        if (trace == null || !isForeign(logger.getName()) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        String kind = logger.getName() + ' ' + trace.getClass().getName();
        long now = nanos.getAsLong();
        AtomicBoolean isDue = new AtomicBoolean();
        written.compute(kind, (same, before) -> {
            isDue.set(before == null || now - before >= MINUTE_NS);
            return isDue.get() ? Long.valueOf(now) : before;
        });
        return isDue.get() ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean isForeign(String logger) {
        return logger.startsWith("io.netty.") || logger.startsWith("io.vertx.");
    }
}
