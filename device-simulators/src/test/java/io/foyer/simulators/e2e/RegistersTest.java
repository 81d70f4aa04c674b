package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what meters say to what was used in each quarter of an hour. */
class RegistersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);
    private static final Instant YESTERDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(23, ChronoUnit.HOURS);

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    /** Five minutes after the one before, with its register in kWh. */
    private static String reading(Instant began, int step, double register) {
        return "{\"at\":\"" + began.plus(step * 5L, ChronoUnit.MINUTES) + "\",\"energyKwh\":" + register + "}";
    }

    private static JsonNode quarters(String meter, Instant from, int hours) {
        return ANNEX.get("/energy/history?meter=" + meter + "&step=15m&from=" + from + "&to="
                        + from.plus(hours, ChronoUnit.HOURS))
                .path("items");
    }

    private static BigDecimal sum(JsonNode quarters) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode quarter : quarters) {
            sum = sum.add(new BigDecimal(quarter.path("quantity").asText()));
        }
        return sum;
    }

    /** What was used when the meter told these registers, five minutes apart. */
    private static BigDecimal used(String meter, double... registers) {
        try (TestDevice device = ANNEX.device("dev-" + meter)) {
            for (int step = 0; step < registers.length; step++) {
                device.tell("meter", reading(YESTERDAY, step, registers[step]));
            }
        }
        return sum(quarters(meter, YESTERDAY, 6));
    }

    @Test
    void readings_in_any_order_give_the_quarters_of_readings_in_order() {
        List<Integer> steps = IntStream.rangeClosed(0, 24).boxed().toList();
        List<Integer> shuffled = new ArrayList<>(steps.subList(1, 24));
        Collections.shuffle(shuffled, new Random(17));
        Instant longAgo = YESTERDAY.minus(40, ChronoUnit.DAYS);
        try (TestDevice tidy = ANNEX.device("dev-tidy");
                TestDevice late = ANNEX.device("dev-late");
                TestDevice old = ANNEX.device("dev-old")) {
            steps.forEach(step -> tidy.tell("meter", reading(YESTERDAY, step, register(step))));
            late.tell("meter", reading(YESTERDAY, 0, register(0)));
            late.tell("meter", reading(YESTERDAY, 24, register(24)));
            shuffled.forEach(step -> late.tell("meter", reading(YESTERDAY, step, register(step))));
            old.tell("meter", reading(YESTERDAY, 24, 5_000));
            Collections.shuffle(shuffled, new Random(18));
            old.tell("meter", reading(longAgo, 24, register(24)));
            old.tell("meter", reading(longAgo, 0, register(0)));
            shuffled.forEach(step -> old.tell("meter", reading(longAgo, step, register(step))));
        }
        JsonNode inOrder = quarters("tidy", YESTERDAY, 2);
        assertThat(inOrder).hasSize(8);
        assertThat(sum(inOrder)).isEqualByComparingTo(BigDecimal.valueOf(register(24) - register(0)));
        assertThat(quarters("late", YESTERDAY, 2)).isEqualTo(inOrder);
        assertThat(sum(quarters("old", longAgo, 2))).isEqualByComparingTo(sum(inOrder));
        for (int quarter = 0; quarter < 8; quarter++) {
            JsonNode is = quarters("old", longAgo, 2).get(quarter);
            assertThat(is.path("quantity")).isEqualTo(inOrder.get(quarter).path("quantity"));
            assertThat(is.path("estimated").asBoolean()).isFalse();
        }
    }

    @Test
    void a_gateway_brings_what_two_meters_have_saved_up_mixed_with_what_they_say_now() {
        try (TestDevice gateway = ANNEX.device("gw-meters")) {
            List<String> meters = List.of("east", "west");
            List<CompletableFuture<?>> told = new ArrayList<>();
            IntStream.of(0, 20).forEach(step -> meters.forEach(meter -> told.add(tell(gateway, meter, step))));
            for (int step = 19; step > 0; step--) {
                int past = step;
                meters.forEach(meter -> told.add(tell(gateway, meter, past)));
                int now = 24 - step / 5;
                meters.forEach(meter -> told.add(tell(gateway, meter, now)));
            }
            told.forEach(TestDevice::await);
            meters.forEach(meter -> {
                JsonNode quarters = quarters(meter, YESTERDAY, 2);
                assertThat(quarters).hasSize(8);
                for (int quarter = 0; quarter < 8; quarter++) {
                    assertThat(quarters.get(quarter).path("quantity").asDouble())
                            .isCloseTo(register(3 * quarter + 3) - register(3 * quarter), within(1e-9));
                    assertThat(quarters.get(quarter).path("estimated").asBoolean())
                            .isFalse();
                }
            });
        }
    }

    private static CompletableFuture<?> tell(TestDevice gateway, String meter, int step) {
        String topic = gateway.topic("meter").replace("gw-meters", "dev-" + meter);
        String payload = reading(YESTERDAY, step, register(step));
        return gateway.send(topic, payload.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A load that is different in each quarter, at most 60 kW. */
    private static double register(int step) {
        return 1_000 + step + step * step / 8.0;
    }

    @Test
    void a_quarters_demand_is_its_energy_over_a_quarter_of_an_hour() {
        assertThat(used("past", 10, 10.5, 11, 11.5)).isEqualByComparingTo("1.5");
        JsonNode quarter = quarters("past", YESTERDAY, 1).get(0);
        assertThat(quarter.path("maxDemandKw").asDouble()).isCloseTo(6, within(1e-9));
        assertThat(quarter.path("at").asText()).isEqualTo(YESTERDAY.toString());
        assertThat(ANNEX.meter("past").path("powerW").isNull())
                .as("yesterday's power is not today's")
                .isTrue();
    }

    @Test
    void a_register_that_begins_again_is_counted_from_zero() {
        assertThat(used("restart", 100, 101, 0.5, 1, 1.5)).isEqualByComparingTo("2.5");
    }

    @Test
    void a_fall_that_returns_to_the_old_level_loses_nothing_and_adds_nothing() {
        assertThat(used("slip", 500, 501, 3, 501.5, 502)).isEqualByComparingTo("2");
    }

    @Test
    void a_rise_that_no_load_explains_books_nothing() {
        assertThat(used("jump", 100, 101, 900, 901, 902)).isEqualByComparingTo("3");
    }

    @Test
    void a_small_fall_is_noise() {
        assertThat(used("noise", 1_000, 1_001, 1_000.5, 1_000.8, 1_002)).isEqualByComparingTo("2");
    }

    @Test
    void a_gap_is_spread_and_said_to_be_an_estimate() {
        try (TestDevice device = ANNEX.device("dev-gap")) {
            device.tell("meter", reading(YESTERDAY, 0, 50));
            device.tell("meter", reading(YESTERDAY, 24, 58));
        }
        JsonNode quarters = quarters("gap", YESTERDAY, 2);
        assertThat(quarters).hasSize(8).allSatisfy(quarter -> {
            assertThat(quarter.path("quantity").asDouble()).isCloseTo(1, within(1e-9));
            assertThat(quarter.path("estimated").asBoolean()).isTrue();
        });
    }

    @Test
    void what_a_meter_says_now_reaches_every_viewer() {
        try (TestDevice device = ANNEX.device("dev-live");
                LiveViewer viewer = new LiveViewer(ANNEX, "energy")) {
            Instant now = Instant.now();
            device.tell("meter", "{\"at\":\"" + now.minusSeconds(60) + "\",\"powerW\":900,\"energyKwh\":48211.25}");
            device.tell("meter", "{\"at\":\"" + now + "\",\"powerW\":1250.5,\"energyKwh\":48211.5}");
            JsonNode entry = viewer.await(
                    "meters", "meter", "live", meter -> meter.path("powerW").asDouble() == 1250.5);
            assertThat(entry.path("asOf").asText())
                    .isEqualTo(now.truncatedTo(ChronoUnit.MICROS).toString());
            assertThat(entry.path("todayKwh").asDouble()).isBetween(0.0, 0.25);
            device.tell("meter", "{\"at\":\"" + now.minusSeconds(3_600) + "\",\"powerW\":7,\"energyKwh\":48210.5}");
            assertThat(ANNEX.meter("live").path("powerW").asDouble())
                    .as("what is late does not pass for the present")
                    .isEqualTo(1250.5);
        }
    }

    @Test
    void water_and_bytes_are_registers_too() {
        try (TestDevice water = ANNEX.device("dev-water");
                TestDevice line = ANNEX.device("dev-line")) {
            water.tell("meter", "{\"at\":\"" + YESTERDAY + "\",\"volumeM3\":812.4}");
            water.tell("meter", "{\"at\":\"" + YESTERDAY.plusSeconds(600) + "\",\"volumeM3\":813.0}");
            water.tell("meter", "{\"flowM3h\":0.3}");
            line.tell("meter", "{\"at\":\"" + YESTERDAY + "\",\"rxBytes\":1000,\"txBytes\":500}");
            line.tell("meter", "{\"at\":\"" + YESTERDAY.plusSeconds(600) + "\",\"rxBytes\":3000,\"txBytes\":900}");
        }
        assertThat(sum(quarters("water", YESTERDAY, 1))).isEqualByComparingTo("0.6");
        assertThat(sum(quarters("line", YESTERDAY, 1))).isEqualByComparingTo("2400");
        await().atMost(PATIENCE)
                .until(() -> ANNEX.meter("water").path("flowM3h").asDouble() == 0.3);
    }

    private static JsonNode cost() {
        return ANNEX.get("/energy/cost?meter=billed&step=15m&from=" + YESTERDAY + "&to=" + YESTERDAY.plusSeconds(900))
                .at("/items/0");
    }

    @Test
    void use_costs_what_the_supplier_tells_and_a_demand_warning_comes_while_the_quarter_hour_runs() {
        assertThat(used("billed", 10, 11, 12, 13)).isEqualByComparingTo("3");
        assertThat(cost().path("cost").isNull()).isTrue();
        assertThat(cost().path("unpriced").asInt()).isEqualTo(3);
        ANNEX.put("/tariffs/spot/prices", Map.of("from", YESTERDAY.toString(), "step", "1h", "prices", List.of(0.25)))
                .ok();
        assertThat(cost().path("cost").asText()).isEqualTo("0.75");
        String day = "/tariffs/spot/days/"
                + YESTERDAY.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        ANNEX.put(day, Map.of("bands", List.of(Map.of("name", "critical", "price", 2))))
                .ok();
        assertThat(cost().path("cost").asText()).isEqualTo("6.00");
        ANNEX.put(day, Map.of("bands", List.of())).ok();
        assertThat(cost().at("/bands/0").toString()).isEqualTo("{\"name\":\"spot\",\"quantity\":3,\"cost\":\"0.75\"}");
        assertThat(ANNEX.get("/audit?limit=3").path("items").findValuesAsText("action"))
                .containsExactly("put-tariff-day", "put-tariff-day", "put-tariff-prices");

        try (TestDevice device = ANNEX.device("dev-billed")) {
            device.tell("meter", "{\"energyKwh\":13.001}");
            device.tell("meter", "{\"powerW\":900000,\"energyKwh\":13.002}");
        }
        JsonNode demand = ANNEX.get("/energy/demand?meter=billed");
        assertThat(demand.path("contractedKw").asInt()).isOne();
        assertThat(demand.at("/month/max").asDouble()).isPositive();
        assertThat(Instant.parse(demand.path("endsAt").asText()))
                .isAfter(Instant.now().minusSeconds(60));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        ANNEX.get("/alarms").path("items").findValuesAsText("type"))
                .contains("demand-near-limit"));
    }
}
