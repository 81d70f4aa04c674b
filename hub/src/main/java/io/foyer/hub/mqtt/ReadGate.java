package io.foyer.hub.mqtt;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the hub reads one connection. The gate holds the reading while messages of the device wait for the
 * store, while the device does not take the answers to its packets, and when the device has had its turn. Nothing else
 * stops or starts the reading. The hub gives up a device that takes nothing for {@link #LONGEST_UNSENT_S}.
 */
final class ReadGate extends ChannelDuplexHandler {
    static final long LONGEST_UNSENT_S = 30;

    private final Runnable stop;
    private final Runnable start;
    private final Runnable giveUp;
    private final Set<HoldReason> held = EnumSet.noneOf(HoldReason.class);
    private @Nullable ScheduledFuture<?> patience;

    /** Why the hub does not read a connection. */
    enum HoldReason {
        STORE,
        UNSENT,
        TURN
    }

    ReadGate(Runnable stop, Runnable start, Runnable giveUp) {
        this.stop = stop;
        this.start = start;
        this.giveUp = giveUp;
    }

    void hold(HoldReason reason) {
        boolean first = held.isEmpty();
        held.add(reason);
        if (first) {
            stop.run();
        }
    }

    void release(HoldReason reason) {
        if (held.remove(reason) && held.isEmpty()) {
            start.run();
        }
    }

    boolean isHeld() {
        return !held.isEmpty();
    }

    /**
     * Stops requests to read while the gate is held. A layer with half a packet would ask for the other half even then.
     */
    @Override
    public void read(ChannelHandlerContext channel) {
        if (held.isEmpty()) {
            channel.read();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext channel) {
        channel.fireChannelWritabilityChanged();
        if (channel.channel().isWritable()) {
            calm();
            release(HoldReason.UNSENT);
        } else if (patience == null) {
            hold(HoldReason.UNSENT);
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
