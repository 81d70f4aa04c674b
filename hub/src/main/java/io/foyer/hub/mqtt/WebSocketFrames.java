package io.foyer.hub.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;

/**
 * Carries the bytes of MQTT in WebSocket frames. The bytes are one stream, whatever the borders of the frames: a frame
 * may hold part of a packet or several packets, and a message may come in fragments.
 */
final class WebSocketFrames extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {
    @Override
    protected void encode(ChannelHandlerContext channel, ByteBuf bytes, List<Object> out) {
        out.add(new BinaryWebSocketFrame(bytes.retain()));
    }

    @Override
    protected void decode(ChannelHandlerContext channel, WebSocketFrame frame, List<Object> out) {
        if (frame instanceof TextWebSocketFrame) {
            throw new CorruptedFrameException("MQTT in a text frame; only binary frames are allowed");
        }
        out.add(frame.content().retain());
    }
}
