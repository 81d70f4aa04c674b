package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/**
 * Ends the connection of a device that is silent for too long. While the hub does not read a device, its silence does
 * not count.
 */
final class KeepAlive extends IdleStateHandler {
    private final ReadGate reading;
    private final Runnable silent;

    KeepAlive(long longestMs, ReadGate reading, Runnable silent) {
        super(longestMs, 0, 0, TimeUnit.MILLISECONDS);
        this.reading = reading;
        this.silent = silent;
    }

    @Override
    protected void channelIdle(ChannelHandlerContext channel, IdleStateEvent event) {
        if (!reading.isHeld()) {
            silent.run();
        }
    }
}
