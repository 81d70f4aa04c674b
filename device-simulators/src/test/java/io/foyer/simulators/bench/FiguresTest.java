package io.foyer.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the figures are read from. */
class FiguresTest {
    @Test
    void cpu_time_is_user_and_system_together_whatever_the_program_is_called() {
        String stat = "77 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 40 10 20 0 5 0 123 456";

        assertThat(CpuTime.seconds(stat, CpuTime.OWN)).isEqualTo(3.0);
        assertThat(CpuTime.seconds(stat, CpuTime.ENDED_CHILDREN)).isEqualTo(0.5);
    }

    @Test
    void a_process_that_works_uses_cpu_time() {
        long own = ProcessHandle.current().pid();
        double before = CpuTime.of(own);
        long turns = 0;
        while (CpuTime.of(own) < before + 0.1) {
            turns++;
        }
        assertThat(turns).isPositive();
        assertThat(CpuTime.of(Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"4b1d-s-5\",\"command\":\"unlock\",\"swipe\":\"s-1203\",\"door\":\"d\"}",
                "{\"swipe\":\"s-1203\"}",
                "{\"command\":\"deny\",\"x\":\"s\",\"\"s-1203\"}"
            })
    void a_command_names_the_swipe_that_it_answers(String command) {
        assertThat(Swipes.number(Buffer.buffer(command))).isEqualTo(1_203);
    }

    @Test
    void packets_are_read_by_another_implementation_of_mqtt() {
        Buffer publish = Buffer.buffer();
        byte[] payload = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);
        Packets.publish(publish, "foyer/bench/a/count".getBytes(StandardCharsets.US_ASCII), 7, payload);

        MqttConnectMessage connect = (MqttConnectMessage) decoded(Packets.connect("a", "secret"));
        MqttPublishMessage published = (MqttPublishMessage) decoded(publish);

        assertThat(connect.payload().clientIdentifier()).isEqualTo("a");
        assertThat(connect.payload().userName()).isEqualTo("a");
        assertThat(connect.payload().passwordInBytes()).asString().isEqualTo("secret");
        assertThat(published.fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
        assertThat(published.variableHeader().topicName()).isEqualTo("foyer/bench/a/count");
        assertThat(published.variableHeader().packetId()).isEqualTo(7);
        assertThat(published.payload().readableBytes()).isEqualTo(300);
    }

    @Test
    void a_ratio_is_how_many_times_the_bare_server_s_figure_the_hub_s_is() {
        assertThat(new Row("swipe", "p99", "ms", 3, 2.0).ratio()).isEqualTo(1.5);
        assertThat(new Row("start", "warm", "ms", 3, null).ratio()).isNull();
        assertThat(new Cpu(6, 4, 2).per100k(200_000)).isEqualTo(new Cpu(3, 2, 1));
    }

    private static Object decoded(Buffer packet) {
        EmbeddedChannel codec = new EmbeddedChannel(new MqttDecoder(65_536));
        ByteBuf bytes = Unpooled.wrappedBuffer(packet.getBytes());
        codec.writeInbound(bytes);
        return codec.readInbound();
    }
}
