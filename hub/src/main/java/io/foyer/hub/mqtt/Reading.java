package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether one connection may be read: not while what it sent waits for the store, and not while it does not take what is
 * sent to it, since all that it sends is answered. Nothing else stops or starts its reading. Who takes nothing for
 * {@link #LONGEST_UNSENT_S} is given up.
 */
final class Reading extends ChannelInboundHandlerAdapter {
    static final long LONGEST_UNSENT_S = 30;

    private final Runnable stop;
    private final Runnable start;
    private final Runnable giveUp;
    private final Set<Reason> held = EnumSet.noneOf(Reason.class);
    private @Nullable ScheduledFuture<?> patience;

    /** Why a connection is not read. */
    enum Reason {
        STORE,
        UNSENT
    }

    Reading(Runnable stop, Runnable start, Runnable giveUp) {
        this.stop = stop;
        this.start = start;
        this.giveUp = giveUp;
    }

    void hold(Reason reason) {
        boolean first = held.isEmpty();
        held.add(reason);
        if (first) {
            stop.run();
        }
    }

    void release(Reason reason) {
        if (held.remove(reason) && held.isEmpty()) {
            start.run();
        }
    }

    boolean isHeld() {
        return !held.isEmpty();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext channel) {
        channel.fireChannelWritabilityChanged();
        if (channel.channel().isWritable()) {
            calm();
            release(Reason.UNSENT);
        } else if (patience == null) {
            hold(Reason.UNSENT);
            patience = channel.executor().schedule(giveUp, LONGEST_UNSENT_S, TimeUnit.SECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) {
        calm();
        channel.fireChannelInactive();
    }

    private void calm() {
        if (patience != null) {
            patience.cancel(false);
            patience = null;
        }
    }
}
