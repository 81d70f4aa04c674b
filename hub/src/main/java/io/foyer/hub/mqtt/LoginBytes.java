package io.foyer.hub.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** Limits the bytes that a connection may send before its login. Further bytes are dropped and end the connection. */
final class LoginBytes extends ChannelInboundHandlerAdapter {
    /** A login with the largest last will, and what TLS and HTTP need before the login. */
    static final int MOST_BYTES = PayloadDecoder.MOST_BYTES + 32 * 1_024;

    private final PacketSource source;
    private int bytes;

    LoginBytes(PacketSource source) {
        this.source = source;
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
        if (!source.isStranger()) {
            channel.fireChannelRead(message);
            channel.pipeline().remove(this);
            return;
        }
        if (bytes <= MOST_BYTES && message instanceof ByteBuf part) {
            bytes += part.readableBytes();
            if (bytes > MOST_BYTES) {
                String why = "more than " + MOST_BYTES + " bytes";
                source.endSoon("too much before a login", why, MqttDisconnectReasonCode.PROTOCOL_ERROR);
            }
        }
        if (bytes > MOST_BYTES) {
            ReferenceCountUtil.release(message);
        } else {
            channel.fireChannelRead(message);
        }
    }
}
