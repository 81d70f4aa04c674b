package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a connection sends is bounded before anything looks into it. */
class PacketsTest {
    private static final byte[] LOGIN = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'd'};
    private static final byte[] PING = {(byte) 0xC0, 0};

    private final Place place = new Place();
    private final List<String> done = new ArrayList<>();
    private final ReadGate reading = new ReadGate(() -> done.add("stop"), () -> done.add("start"), () -> {});
    private final PacketSplitter packets = new PacketSplitter(place, reading);
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new LoginBytes(place), packets, new MqttDecoder(DeviceEdge.MOST_PACKET_BYTES), packets.count());

    private static final class Place implements PacketSource {
        private final List<String> said = new ArrayList<>();
        private boolean stranger = true;
        private boolean ended;

        @Override
        public boolean isStranger() {
            return stranger;
        }

        @Override
        public boolean isEnded() {
            return ended;
        }

        @Override
        public void endSoon(String kind, String why, MqttDisconnectReasonCode reason) {
            said.add(kind + ": " + why);
        }

        @Override
        public void uncaught(Throwable cause) {
            said.add(cause.getMessage());
        }
    }

    private void send(byte... bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes));
    }

    private List<MqttMessageType> heard() {
        List<MqttMessageType> types = new ArrayList<>();
        for (MqttMessage next = channel.readInbound(); next != null; next = channel.readInbound()) {
            types.add(next.fixedHeader().messageType());
        }
        return types;
    }

    @Test
    void packets_come_in_any_parts_down_to_single_bytes() {
        for (byte part : LOGIN) {
            send(part);
        }
        place.stranger = false;
        for (int packet = 0; packet < 3; packet++) {
            send(PING[0]);
            send(PING[1], PING[0], PING[1]);
        }
        assertThat(heard()).startsWith(MqttMessageType.CONNECT).hasSize(7);
        assertThat(place.said).isEmpty();
    }

    @Test
    void who_sends_many_packets_has_so_many_of_them_heard_in_a_turn_and_the_rest_in_later_ones() throws Exception {
        channel.freezeTime();
        place.stranger = false;
        byte[] pings = new byte[2 * (2 * PacketSplitter.MOST_IN_A_TURN + 1)];
        for (int i = 0; i < pings.length; i += 2) {
            pings[i] = PING[0];
        }
        send(pings);
        for (int turn = 1; turn <= 2; turn++) {
            assertThat(heard()).hasSize(PacketSplitter.MOST_IN_A_TURN);
            assertThat(done).hasSize(2 * turn - 1).endsWith("stop");
            channel.advanceTimeBy(PacketSplitter.REST_MS, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
            assertThat(done).hasSize(2 * turn).endsWith("start");
            packets.goOn(channel.pipeline().context(packets));
        }
        assertThat(heard()).hasSize(1);
        assertThat(done).hasSize(4);
    }

    @Test
    void what_came_before_a_hold_is_heard_after_it() throws Exception {
        place.stranger = false;
        reading.hold(ReadGate.HoldReason.STORE);
        send(PING);
        assertThat(heard()).isEmpty();
        reading.release(ReadGate.HoldReason.STORE);
        packets.goOn(channel.pipeline().context(packets));
        assertThat(heard()).hasSize(1);
    }

    @Test
    void a_packet_that_says_that_it_is_too_large_is_refused_before_it_comes() {
        send((byte) 0x10, (byte) 0x81, (byte) 0x80, (byte) 0x10);
        send(LOGIN);
        assertThat(place.said).containsExactly("262145 bytes; the most is 262144");
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_length_has_four_bytes_at_most() {
        send((byte) 0x10, (byte) 0x81, (byte) 0x80, (byte) 0x80, (byte) 0x80);
        assertThat(place.said).containsExactly("a length field of more than 4 bytes");
    }

    @Test
    void a_length_in_a_packet_that_goes_beyond_its_end_is_not_waited_for() {
        send((byte) 0x10, (byte) 13, (byte) 0, (byte) 4, (byte) 'M', (byte) 'Q', (byte) 'T', (byte) 'T', (byte) 5);
        send((byte) 2, (byte) 0, (byte) 60, (byte) 100, (byte) 38, (byte) 0);
        send(LOGIN);
        send(LOGIN);
        assertThat(place.said).containsExactly("the content of a packet is longer or shorter than the packet says");
        assertThat(heard()).isEmpty();
    }

    @Test
    void who_has_not_logged_in_sends_a_login_first() {
        send(PING);
        send(LOGIN);
        assertThat(place.said).containsExactly("wrong packet: PINGREQ before CONNECT");
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_is_no_packet_at_all_is_refused_at_once() {
        send((byte) 0);
        assertThat(place.said).containsExactly("wrong packet: no packet of MQTT before CONNECT");
    }

    @Test
    void what_comes_behind_the_end_is_not_looked_at() {
        send(LOGIN);
        place.ended = true;
        send(LOGIN);
        send((byte) 0, (byte) 0);
        assertThat(heard()).containsExactly(MqttMessageType.CONNECT);
        assertThat(place.said).isEmpty();
    }

    @Test
    void nobody_sends_much_before_a_login() {
        send((byte) 0x10, (byte) 0x80, (byte) 0x80, (byte) 0x08);
        send(new byte[LoginBytes.MOST_BYTES]);
        send(new byte[LoginBytes.MOST_BYTES]);
        assertThat(place.said).containsExactly("too much before a login: more than 98304 bytes");
    }

    @Test
    void who_has_logged_in_sends_as_much_as_it_likes() {
        send(LOGIN);
        place.stranger = false;
        for (int packet = 0; packet < LoginBytes.MOST_BYTES; packet++) {
            send(PING);
        }
        assertThat(heard()).hasSize(1 + LoginBytes.MOST_BYTES);
        assertThat(place.said).isEmpty();
    }
}
