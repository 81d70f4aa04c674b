package io.foyer.hub.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** The last layer of a connection: ends it for what no layer above has caught, which Netty would log whole. */
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
    @SuppressWarnings("deprecation") // of the super type of all handlers; handlers of what comes in keep it
    public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
        pipe.uncaught(cause);
    }
}
