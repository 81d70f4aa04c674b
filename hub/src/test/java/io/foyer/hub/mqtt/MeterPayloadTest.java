package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterPayloadTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Device DEVICE =
            new Device("d", Device.DeviceKind.METER, null, null, null, null, null, "m", List.of());

    private static PayloadResult decode(Meter.Medium medium, String payload) {
        Meter meter = new Meter("m", medium, null, "house", null, null, null, null);
        return PayloadDecoder.decode("meter", DEVICE, meter, payload.getBytes(StandardCharsets.UTF_8), NOW, false);
    }

    private static Message message(Meter.Medium medium, String payload) {
        PayloadResult decoded = decode(medium, payload);
        assertThat(decoded).isInstanceOf(PayloadResult.ValidPayload.class);
        return ((PayloadResult.ValidPayload) decoded).message();
    }

    @Test
    void meters_say_a_register_a_rate_or_both() {
        assertThat(message(Meter.Medium.ELECTRICITY, "{\"powerW\":1250.5,\"energyKwh\":48211.374}"))
                .isEqualTo(new Message.MeterReport(48_211_374_000L, 1250.5));
        assertThat(message(Meter.Medium.ELECTRICITY, "{\"powerW\":1250}"))
                .isEqualTo(new Message.MeterReport(null, 1250.0));
        assertThat(message(Meter.Medium.WATER, "{\"volumeM3\":812.4,\"flowM3h\":0.3}"))
                .isEqualTo(new Message.MeterReport(812_400_000L, 0.3));
        assertThat(message(Meter.Medium.NETWORK, "{\"rxBytes\":7,\"txBytes\":5}"))
                .isEqualTo(new Message.MeterReport(12L, null));
    }

    @Test
    void received_and_sent_bytes_together_are_one_register_and_must_fit_it() {
        assertThat(decode(Meter.Medium.NETWORK, "{\"rxBytes\":1000000000000000000,\"txBytes\":1}"))
                .isEqualTo(PayloadFault.OUT_OF_RANGE);
        assertThat(decode(Meter.Medium.NETWORK, "{\"rxBytes\":1e400,\"txBytes\":1e-400}"))
                .isEqualTo(PayloadFault.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "48211.374, 48211374000",
        "0.1234565, 123457",
        "0.1234564999999999999999, 123456",
        "900719925474.099301, 900719925474099301",
        "1e12, 1000000000000000000",
        "12.5e-1, 1250000",
        "5e-7, 1",
        "4.9e-7, 0",
        "1e-400, 0",
        "0e-400, 0",
        "-0.0, 0",
    })
    void a_register_is_read_digit_by_digit_and_rounded_half_up_to_its_smallest_unit(String kWh, long register) {
        assertThat(message(Meter.Medium.ELECTRICITY, "{\"energyKwh\":" + kWh + "}"))
                .isEqualTo(new Message.MeterReport(register, null));
    }
}
