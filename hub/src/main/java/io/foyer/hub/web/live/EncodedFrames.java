package io.foyer.hub.web.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Text frames that belong together, as bytes on the wire (RFC 6455, part 5.2): whole, unmasked, uncompressed. The hub
 * encodes them once for all viewers and sends them in one write for each viewer. A viewer with a slow socket holds no
 * copy. Only the people's loop uses this.
 */
final class EncodedFrames implements AutoCloseable {
    private static final int LONGEST_HEAD = 10;
    private static final int WHOLE_TEXT = 0x81;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LONGEST_SHORT = 0xFFFF;

    private final ByteBuf bytes;
    private final int count;

    EncodedFrames(List<String> texts) {
        count = texts.size();
        bytes = PooledByteBufAllocator.DEFAULT.directBuffer(
                texts.stream().mapToInt(text -> LONGEST_HEAD + text.length()).sum());
        texts.forEach(this::add);
    }

    private void add(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeByte(WHOLE_TEXT);
        if (content.length < SHORT) {
            bytes.writeByte(content.length);
        } else if (content.length <= LONGEST_SHORT) {
            bytes.writeByte(SHORT).writeShort(content.length);
        } else {
            bytes.writeByte(LONG).writeLong(content.length);
        }
        bytes.writeBytes(content);
    }

    int count() {
        return count;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails is closed, and its viewer leaves then
    void writeTo(ChannelOutboundInvoker way) {
        way.writeAndFlush(bytes.retainedDuplicate(), way.voidPromise());
    }

    /**
     * The shortest way to the socket of a viewer. The bytes are frames already, so they pass every handler but TLS by. The
     * handler of idle connections goes: the hub writes to a viewer every two seconds.
     */
    static ChannelOutboundInvoker way(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        ChannelHandlerContext first = pipeline.firstContext();
        return first == null || pipeline.get(SslHandler.class) != null ? channel : first;
    }

    @Override
    public void close() {
        bytes.release();
    }
}
