package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Meter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Meter ELECTRIC = meter(Meter.Medium.ELECTRICITY);

    private static Meter meter(Meter.Medium medium) {
        return new Meter("m", medium, null, "house", null, null, null, null);
    }

    private static Device device(Device.DeviceKind kind) {
        return new Device(
                "d", kind, "front", null, null, null, "z", kind == Device.DeviceKind.METER ? "m" : null, List.of());
    }

    private static Device sender(String kind) {
        return device(
                switch (kind) {
                    case "count" -> Device.DeviceKind.LINE_COUNTER;
                    case "presence" -> Device.DeviceKind.PRESENCE;
                    case "meter" -> Device.DeviceKind.METER;
                    default -> Device.DeviceKind.READER;
                });
    }

    private static PayloadResult decode(String kind, Device device, @Nullable Meter meter, String payload) {
        return PayloadDecoder.decode(kind, device, meter, payload.getBytes(StandardCharsets.UTF_8), NOW, false);
    }

    private static Message message(String kind, Device.DeviceKind device, String payload) {
        PayloadResult decoded = decode(kind, device(device), ELECTRIC, payload);
        assertThat(decoded).isInstanceOf(PayloadResult.ValidPayload.class);
        return ((PayloadResult.ValidPayload) decoded).message();
    }

    @Test
    void a_swipe_says_who_and_which_way() {
        String payload = """
                {"id":"s-1","at":"2026-11-23T08:59:12.345+08:00","credential":"04A2B3C4D5","type":"card","direction":"in",
                 "decided":"granted","somethingElse":{"deep":[1,2]}}""";

        PayloadResult.ValidPayload good =
                (PayloadResult.ValidPayload) decode("swipe", device(Device.DeviceKind.READER), null, payload);

        assertThat(good.message())
                .isEqualTo(new Message.CardSwipe(
                        "04A2B3C4D5", CredentialType.CARD, Direction.IN, null, AccessOutcome.GRANTED));
        assertThat(good.stamp().id()).isEqualTo("s-1");
        assertThat(good.stamp().at()).isEqualTo("2026-11-23T00:59:12.345Z");
        assertThat(good.body()).isEqualTo(payload);
    }

    @Test
    void a_time_may_be_epoch_milliseconds() {
        PayloadResult.ValidPayload good = (PayloadResult.ValidPayload) decode(
                "presence", device(Device.DeviceKind.PRESENCE), null, "{\"at\":1763859600000,\"occupied\":true}");

        assertThat(good.stamp().at()).isEqualTo(Instant.ofEpochMilli(1_763_859_600_000L));
    }

    @Test
    void counters_say_totals_steps_or_people() {
        assertThat(message("count", Device.DeviceKind.LINE_COUNTER, "{\"totalIn\":120,\"totalOut\":96}"))
                .isEqualTo(new Message.CounterTotals(120, 96));
        assertThat(message("count", Device.DeviceKind.LINE_COUNTER, "{\"in\":2}"))
                .isEqualTo(new Message.CounterSteps(2, 0));
        assertThat(message("count", Device.DeviceKind.PEOPLE_COUNTER, "{\"present\":12}"))
                .isEqualTo(new Message.HeadCount(12));
    }

    @Test
    void a_whole_number_may_be_written_with_a_point_or_an_exponent() {
        assertThat(message("count", Device.DeviceKind.LINE_COUNTER, "{\"totalIn\":3.0,\"totalOut\":3e0}"))
                .isEqualTo(new Message.CounterTotals(3, 3));
        assertThat(message("count", Device.DeviceKind.PEOPLE_COUNTER, "{\"at\":1.76e12,\"present\":1.2E1}"))
                .isEqualTo(new Message.HeadCount(12));
        assertThat(message(
                        "status",
                        Device.DeviceKind.READER,
                        "{\"online\":true,\"batteryPercent\":1e2,\"rssiDbm\":-67.0}"))
                .isEqualTo(new Message.DeviceStatus(true, 100, -67, null));
    }

    /** As readers on a serial line send it, with their line ends and frame signs. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0A004D7603\\r\\n", "\\u00020A004D7603\\u0003", " 0A004D7603\\t", "\\uFEFF0A004D7603\\u00A0"})
    void what_stands_round_a_credential_is_no_part_of_it(String written) {
        assertThat(message(
                        "swipe", Device.DeviceKind.READER, "{\"credential\":\"" + written + "\",\"pin\":\"2468\\r\"}"))
                .isEqualTo(new Message.CardSwipe("0A004D7603", CredentialType.CARD, null, "2468", null));
    }

    @Test
    void a_swipe_from_a_clock_that_is_too_far_ahead_is_bad_and_a_swipe_all_the_same() {
        for (String at : List.of("\"2026-11-23T02:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "9223372036854775807")) {
            PayloadResult decoded =
                    decode("swipe", sender("swipe"), null, "{\"id\":\"s\",\"credential\":\"A\",\"at\":" + at + "}");

            assertThat(decoded).isInstanceOf(PayloadResult.FuturePayload.class);
            assertThat(((PayloadResult.FuturePayload) decoded).swipe().stamp().id())
                    .isEqualTo("s");
            assertThat(((PayloadResult.FuturePayload) decoded).swipe().stamp().isAhead())
                    .isTrue();
        }
    }

    /** What MQTT has for taking a retained message back. Without the flag an empty payload is bad as any that is no JSON. */
    @Test
    void an_empty_payload_with_the_retain_flag_says_nothing() {
        assertThat(PayloadDecoder.decode("swipe", sender("swipe"), null, new byte[0], NOW, true))
                .isEqualTo(PayloadResult.EmptyPayload.SAID);
        assertThat(PayloadDecoder.decode("swipe", sender("swipe"), null, new byte[0], NOW, false))
                .isInstanceOf(PayloadFault.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    swipe    | nonsense                                               | NOT_JSON
                    swipe    | {"credential":"A"                                      | NOT_JSON
                    swipe    | {"credential":"A"} trailing                            | NOT_JSON
                    swipe    | []                                                     | WRONG_TYPE
                    swipe    | null                                                   | WRONG_TYPE
                    swipe    | 12                                                     | WRONG_TYPE
                    swipe    | {}                                                     | MISSING_FIELD
                    swipe    | {"credential":""}                                      | MISSING_FIELD
                    swipe    | {"credential":7748328}                                 | WRONG_TYPE
                    swipe    | {"credential":"A","type":"face"}                       | WRONG_TYPE
                    swipe    | {"credential":"A","type":0}                            | WRONG_TYPE
                    swipe    | {"credential":"A\\u0000B"}                             | BAD_TEXT
                    swipe    | {"id":"\\u0000","credential":"A"}                      | BAD_TEXT
                    swipe    | {"credential":"A","at":"yesterday"}                    | BAD_TIME
                    swipe    | {"credential":"A","at":"2026-11-23T08:00:00"}          | BAD_TIME
                    presence | {"occupied":true,"at":"9999-12-31T23:59:59Z"}         | BAD_TIME
                    presence | {"occupied":true,"at":"+292278994-08-17T07:12:55Z"}   | BAD_TIME
                    presence | {"occupied":true,"at":9223372036854775807}            | BAD_TIME
                    swipe    | {"credential":"A","at":true}                           | BAD_TIME
                    swipe    | {"credential":"A","at":"1999-12-31T23:59:59Z"}         | BAD_TIME
                    presence | {"occupied":true,"at":"2026-11-23T01:05:01Z"}         | BAD_TIME
                    swipe    | {"credential":"A","at":"2026-11-23T01:05:01Z","decided":"granted"} | BAD_TIME
                    swipe    | {"credential":" \\r\\n"}                                | MISSING_FIELD
                    presence | {"occupied":true,"at":1.5}                             | BAD_TIME
                    presence | {"occupied":true,"at":1e300}                           | OUT_OF_RANGE
                    count    | {"totalIn":1e16,"totalOut":0}                          | OUT_OF_RANGE
                    count    | {"totalIn":1e400,"totalOut":0}                         | OUT_OF_RANGE
                    count    | {"totalIn":3.5e0,"totalOut":0}                         | WRONG_TYPE
                    count    | {"totalIn":true,"totalOut":0}                          | WRONG_TYPE
                    status   | {"online":true,"batteryPercent":300}                   | OUT_OF_RANGE
                    status   | {"online":true,"batteryPercent":-5}                    | OUT_OF_RANGE
                    status   | {"online":true,"batteryPercent":8.5}                   | WRONG_TYPE
                    status   | {"online":true,"rssiDbm":-151}                         | OUT_OF_RANGE
                    status   | {"online":true,"rssiDbm":21}                           | OUT_OF_RANGE
                    status   | {"online":true,"rssiDbm":4294967295}                   | OUT_OF_RANGE
                    count    | {"totalIn":-1,"totalOut":0}                            | OUT_OF_RANGE
                    count    | {"totalIn":1.5,"totalOut":0}                           | WRONG_TYPE
                    count    | {"totalIn":"12","totalOut":0}                          | WRONG_TYPE
                    count    | {"totalIn":99999999999999999999,"totalOut":0}          | OUT_OF_RANGE
                    count    | {"totalIn":5}                                          | MISSING_FIELD
                    count    | {"in":-1}                                              | OUT_OF_RANGE
                    presence | {"occupied":"yes"}                                     | WRONG_TYPE
                    presence | {"occupied":1}                                         | WRONG_TYPE
                    presence | {}                                                     | MISSING_FIELD
                    meter    | {"energyKwh":-0.1}                                     | OUT_OF_RANGE
                    meter    | {"energyKwh":1e400}                                    | OUT_OF_RANGE
                    meter    | {"energyKwh":1000000000000.000001}                     | OUT_OF_RANGE
                    meter    | {"energyKwh":NaN}                                      | NOT_JSON
                    meter    | {"energyKwh":"48211"}                                  | WRONG_TYPE
                    meter    | {"volumeM3":12}                                        | MISSING_FIELD
                    door     | {"contact":"ajar"}                                     | WRONG_TYPE
                    door     | {"event":null}                                         | MISSING_FIELD
                    status   | {"batteryPercent":80}                                  | MISSING_FIELD
                    weather  | {"sunny":true}                                         | UNKNOWN_TOPIC
                    """)
    void what_cannot_be_taken_is_a_value_that_says_why(String kind, String payload, PayloadFault fault) {
        assertThat(decode(kind, sender(kind), kind.equals("meter") ? ELECTRIC : null, payload))
                .isEqualTo(fault);
    }

    @Test
    void a_long_text_is_refused_where_it_would_be_used_and_ignored_with_an_unknown_field() {
        String longText = "A".repeat(257);

        assertThat(decode("swipe", sender("swipe"), null, "{\"credential\":\"" + longText + "\"}"))
                .isEqualTo(PayloadFault.BAD_TEXT);
        assertThat(decode("swipe", sender("swipe"), null, "{\"credential\":\"A\",\"note\":\"" + longText + "\"}"))
                .isInstanceOf(PayloadResult.ValidPayload.class);
        assertThat(decode("swipe", sender("swipe"), null, "{\"credential\":\"" + longText.substring(1) + "\"}"))
                .isInstanceOf(PayloadResult.ValidPayload.class);
    }

    @Test
    void a_payload_over_64_kib_is_bad_even_if_it_is_json() {
        String padded = "{\"credential\":\"A\"" + " ".repeat(PayloadDecoder.MOST_BYTES) + "}";

        assertThat(decode("swipe", sender("swipe"), null, padded)).isEqualTo(PayloadFault.TOO_LARGE);
    }

    @Test
    void bytes_that_are_no_utf_8_are_bad() {
        byte[] payload = {'{', '"', 'c', '"', ':', '"', (byte) 0xC3, '"', '}'};

        assertThat(PayloadDecoder.decode("swipe", sender("swipe"), null, payload, NOW, false))
                .isEqualTo(PayloadFault.INVALID_UTF8);
    }

    @Test
    void a_device_speaks_only_for_what_it_is() {
        assertThat(decode("meter", device(Device.DeviceKind.READER), null, "{\"energyKwh\":1}"))
                .isEqualTo(PayloadFault.WRONG_KIND);
        assertThat(decode("count", device(Device.DeviceKind.READER), null, "{\"present\":1}"))
                .isEqualTo(PayloadFault.WRONG_KIND);
        assertThat(decode("swipe", device(Device.DeviceKind.METER), ELECTRIC, "{\"credential\":\"A\"}"))
                .isEqualTo(PayloadFault.WRONG_KIND);
        assertThat(decode("presence", device(Device.DeviceKind.GATEWAY), null, "{\"occupied\":true}"))
                .isEqualTo(PayloadFault.WRONG_KIND);
    }
}
