package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * The last layer of a connection. It ends the connection for a fault that no layer above has caught. Netty would log
 * such a fault with its stack trace.
 */
final class LastLayer extends ChannelInboundHandlerAdapter {
    private final DeviceConnection pipe;

    LastLayer(DeviceConnection pipe) {
        this.pipe = pipe;
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext channel, Object event) {
        ReferenceCountUtil.release(event);
    }

    @Override
    @SuppressWarnings("deprecation") // deprecated for handlers in general, but not for inbound ones
    public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
        pipe.uncaught(cause);
    }
}
