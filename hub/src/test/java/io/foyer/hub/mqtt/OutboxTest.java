package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.web.TestClock;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final String TOPIC = "foyer/annex/front-in/command";

    private final TestClock clock = new TestClock();
    private final List<Integer> packets = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private final List<CommandOutbox.CommandFate> fates = new ArrayList<>();

    private CommandOutbox outbox(int unanswered, int bytes) {
        MqttProperties connect = new MqttProperties();
        connect.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, unanswered));
        connect.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, bytes));
        CommandOutbox.PacketLine line = (topic, payload, quality, packet) -> {
            packets.add(packet);
            payloads.add(payload.toString());
        };
        return new CommandOutbox(line, ClientLimits.of(connect, true), clock, fates::add);
    }

    private static DoorOrder deny(String swipe) {
        return new DoorOrder.DenyOrder("front-in", swipe, AccessReason.OUTSIDE_HOURS);
    }

    private static void send(CommandOutbox outbox, int first, int last) {
        for (int swipe = first; swipe <= last; swipe++) {
            outbox.send(TOPIC, deny("s-" + swipe), MqttQoS.AT_LEAST_ONCE);
        }
    }

    @Test
    void what_the_device_has_not_room_for_waits_in_order_until_it_has() {
        CommandOutbox outbox = outbox(2, 1_000);
        send(outbox, 1, 4);
        assertThat(packets).hasSize(2);
        outbox.answered(packets.get(1));
        outbox.answered(packets.get(0));
        assertThat(payloads).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(payloads.get(i)).contains("\"s-" + (i + 1) + "\"");
        }
    }

    @Test
    void an_acknowledgement_of_nothing_makes_no_room() {
        CommandOutbox outbox = outbox(1, 1_000);
        send(outbox, 1, 2);
        outbox.answered(packets.get(0) + 1);
        assertThat(packets).hasSize(1);
    }

    @Test
    void what_has_waited_longer_than_it_may_be_obeyed_is_not_sent() {
        CommandOutbox outbox = outbox(1, 1_000);
        send(outbox, 1, 2);
        clock.pass(DoorOrder.LASTS.plusMillis(1));
        send(outbox, 3, 3);
        outbox.answered(packets.get(0));
        assertThat(payloads).hasSize(2);
        assertThat(payloads.get(1)).contains("\"s-3\"");
        assertThat(fates)
                .containsExactly(
                        CommandOutbox.CommandFate.SENT,
                        CommandOutbox.CommandFate.EXPIRED,
                        CommandOutbox.CommandFate.SENT);
    }

    @Test
    void a_hundred_wait_and_no_more() {
        CommandOutbox outbox = outbox(1, 1_000);
        send(outbox, 1, 102);
        assertThat(fates).containsExactly(CommandOutbox.CommandFate.SENT, CommandOutbox.CommandFate.DROPPED);
    }

    @Test
    void what_waits_when_the_connection_ends_is_counted_as_lost() {
        CommandOutbox outbox = outbox(1, 1_000);
        send(outbox, 1, 3);
        outbox.close();
        assertThat(fates)
                .containsExactly(
                        CommandOutbox.CommandFate.SENT,
                        CommandOutbox.CommandFate.DROPPED,
                        CommandOutbox.CommandFate.DROPPED);
    }

    @Test
    void a_device_that_acknowledges_nothing_while_others_wait_is_told_by_its_silence() {
        CommandOutbox outbox = outbox(1, 1_000);
        send(outbox, 1, 1);
        clock.pass(CommandOutbox.PATIENCE.plusMillis(1));
        assertThat(outbox.isStuck()).as("nothing waits").isFalse();
        send(outbox, 2, 2);
        assertThat(outbox.isStuck()).isTrue();
        outbox.answered(packets.get(0));
        assertThat(outbox.isStuck()).isFalse();
    }

    @Test
    void at_quality_0_nothing_is_acknowledged_and_nothing_waits() {
        CommandOutbox outbox = outbox(1, 1_000);
        for (int swipe = 0; swipe < 3; swipe++) {
            outbox.send(TOPIC, deny("s-" + swipe), MqttQoS.AT_MOST_ONCE);
        }
        assertThat(payloads).hasSize(3);
    }

    @Test
    void an_id_that_is_in_use_is_not_given_again_when_the_ids_begin_anew() {
        CommandOutbox outbox = outbox(3, 1_000);
        send(outbox, 1, 1);
        int stays = packets.get(0);
        for (int swipe = 2; swipe <= 65_536; swipe++) {
            send(outbox, swipe, swipe);
            int packet = packets.get(swipe - 1);
            assertThat(packet).isBetween(1, 65_535).isNotEqualTo(stays);
            outbox.answered(packet);
        }
    }

    @Test
    void a_refusal_that_is_too_large_loses_its_text_and_nothing_else() {
        CommandOutbox outbox = outbox(1, 180);
        send(outbox, 1, 1);
        assertThat(payloads.get(0))
                .contains("\"command\":\"deny\"", "\"swipe\":\"s-1\"", "\"reason\":\"outside-hours\"")
                .doesNotContain("text");
    }

    @Test
    void what_is_too_large_even_so_is_not_sent() {
        CommandOutbox outbox = outbox(1, 100);
        send(outbox, 1, 1);
        assertThat(payloads).isEmpty();
        assertThat(fates).containsExactly(CommandOutbox.CommandFate.TOO_LARGE);
    }

    @Test
    void the_size_of_a_packet_is_counted_to_the_byte() {
        int rest = 2 + TOPIC.length() + 2 + 1 + 200;
        assertThat(new ClientLimits(1, 3 + rest, true).takes(TOPIC, 200)).isTrue();
        assertThat(new ClientLimits(1, 2 + rest, true).takes(TOPIC, 200)).isFalse();
        assertThat(new ClientLimits(1, 2 + 127, true).takes(TOPIC, 127 - 2 - TOPIC.length() - 3))
                .isTrue();
        assertThat(new ClientLimits(1, 2 + 127, true).takes(TOPIC, 128 - 2 - TOPIC.length() - 3))
                .isFalse();
    }
}
