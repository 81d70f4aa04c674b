package io.foyer.hub.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives the MQTT decoder whole packets: one at a time, a limited number in one turn of the loop, none while the
 * connection is not read, and none after its end. The decoder alone would check a length late. It would believe a
 * length inside a packet that points beyond the packet. It would also start again with every byte that comes.
 */
final class PacketSplitter extends ByteToMessageDecoder {
    /** After this many packets a device waits for {@link #REST_MS}, so that the doors have their turn. */
    static final int MOST_IN_A_TURN = 32;

    static final long REST_MS = 1;
    private static final int MOST_DIGITS = 4;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int TYPE_AT = 4;

    private final PacketSource source;
    private final ReadGate reading;
    private long given;
    private long decoded;
    private int inTurn;
    private boolean broken;

    PacketSplitter(PacketSource source, ReadGate reading) {
        this.source = source;
        this.reading = reading;
    }

    /** Takes the bytes that came while the connection was not read. Must run in a turn of its own. */
    void goOn(ChannelHandlerContext channel) throws Exception {
        channelRead(channel, Unpooled.EMPTY_BUFFER);
        channelReadComplete(channel);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext channel) throws Exception {
        inTurn = 0;
        super.channelReadComplete(channel);
    }

    /**
     * A layer behind the decoder that counts messages. A packet that gives no message does not have the length that it
     * says.
     */
    ChannelInboundHandler count() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext channel, Object message) {
                decoded++;
                channel.fireChannelRead(message);
            }
        };
    }

    @Override
    protected void decode(ChannelHandlerContext channel, ByteBuf bytes, List<Object> out) {
        if (broken || source.isEnded()) {
            bytes.skipBytes(bytes.readableBytes());
        } else if (reading.isHeld()) {
            return;
        } else if (decoded != given) {
            refuse(new CorruptedFrameException("the content of a packet is longer or shorter than the packet says"));
        } else if (isNoLogin(bytes)) {
            int type = bytes.getUnsignedByte(bytes.readerIndex()) >> TYPE_AT;
            broken = true;
            source.endSoon(
                    "wrong packet",
                    (type == 0 ? "no packet of MQTT" : MqttMessageType.valueOf(type)) + " before CONNECT",
                    MqttDisconnectReasonCode.PROTOCOL_ERROR);
        } else {
            take(bytes, out);
            if (inTurn == MOST_IN_A_TURN) {
                rest(channel);
            }
        }
    }

    private void rest(ChannelHandlerContext channel) {
        reading.hold(ReadGate.HoldReason.TURN);
        ScheduledFuture<?> unused = channel.executor()
                .schedule(() -> reading.release(ReadGate.HoldReason.TURN), REST_MS, TimeUnit.MILLISECONDS);
    }

    private boolean isNoLogin(ByteBuf bytes) {
        return source.isStranger()
                && bytes.getUnsignedByte(bytes.readerIndex()) >> TYPE_AT != MqttMessageType.CONNECT.value();
    }

    private void take(ByteBuf bytes, List<Object> out) {
        int rest = 0;
        for (int digits = 0; digits < MOST_DIGITS; digits++) {
            int head = 2 + digits;
            if (bytes.readableBytes() < head) {
                return;
            }
            int digit = bytes.getUnsignedByte(bytes.readerIndex() + head - 1);
            rest |= (digit % MORE) << (digits * BITS);
            if (digit < MORE) {
                take(bytes, head, rest, out);
                return;
            }
        }
        refuse(new CorruptedFrameException("a length field of more than " + MOST_DIGITS + " bytes"));
    }

    private void take(ByteBuf bytes, int head, int rest, List<Object> out) {
        if (rest > DeviceEdge.MOST_PACKET_BYTES) {
            refuse(new TooLongFrameException(rest + " bytes; the most is " + DeviceEdge.MOST_PACKET_BYTES));
        } else if (bytes.readableBytes() >= head + rest) {
            given++;
            inTurn++;
            out.add(bytes.readRetainedSlice(head + rest));
        }
    }

    private void refuse(Exception fault) {
        broken = true;
        source.uncaught(fault);
    }
}
