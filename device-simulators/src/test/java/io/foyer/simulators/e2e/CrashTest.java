package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something dies without warning in the middle of five thousand messages a second, and nothing that was acknowledged is
 * lost or counted twice. {@code -Dfoyer.crash.rounds=N} kills N times each instead of once.
 */
class CrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PER_SECOND = 5_000;
    private static final List<String> LINES = List.of("gate-line-1", "gate-line-2", "gate-line-3", "gate-line-4");

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    /** Who has entered so far, in all rounds; a zone whose counter went without goodbye would not tell. */
    private static final Map<String, Long> INSIDE = new HashMap<>();

    private enum Victim {
        HUB,
        POSTGRESQL,
        BOTH
    }

    private static Stream<Arguments> rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("foyer.crash.rounds", 1))
                .boxed()
                .flatMap(round -> Stream.of(Victim.values()).map(victim -> Arguments.of(victim, round)));
    }

    @ParameterizedTest(name = "{0} dies, round {1}")
    @MethodSource("rounds")
    void what_was_acknowledged_is_there_once(Victim victim, int round) {
        String prefix = victim + "-" + round + "-";
        try (Crowd crowd = new Crowd(ANNEX.hub(), LINES, PER_SECOND, prefix)) {
            crowd.awaitMore(ThreadLocalRandom.current().nextInt(2_000, 8_000));
            kill(victim);
            crowd.awaitMore(5_000);
            Map<String, Long> sent = crowd.finish();
            Map<String, Ledger.Rows> rows = new Ledger(ANNEX.data()).messages(prefix);
            sent.forEach((device, count) -> assertThat(rows.get(device)).isEqualTo(new Ledger.Rows(count, count)));
            for (int line = 0; line < LINES.size(); line++) {
                String zone = "gate-" + (line + 1);
                long expected = INSIDE.merge(zone, sent.get(LINES.get(line)), Long::sum);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                ANNEX.zone(zone).path("count").asLong())
                        .isEqualTo(expected));
            }
        }
    }

    /** A meter's device does not know which of its saved readings were kept, so it sends all of them again. */
    @Test
    void a_backlog_that_the_death_of_the_hub_interrupts_is_booked_whole_when_it_is_sent_again() {
        int minutes = 2_000;
        Instant began = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.DAYS);
        try (TestDevice meter = ANNEX.device("dev-late")) {
            List.of(0, minutes).forEach(minute -> tell(meter, began, minute).join());
            CountDownLatch some = new CountDownLatch(300);
            IntStream.range(1, minutes)
                    .forEach(minute -> tell(meter, began, minute).thenRun(some::countDown));
            assertThat(some.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            ANNEX.hub().kill9();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        ANNEX.startAgain();
        try (TestDevice meter = ANNEX.device("dev-late")) {
            List<CompletableFuture<?>> told = new ArrayList<>();
            IntStream.range(1, minutes).forEach(minute -> told.add(tell(meter, began, minute)));
            told.forEach(TestDevice::await);
        }
        JsonNode quarters = ANNEX.get("/energy/history?meter=late&step=15m&from=" + began + "&to="
                        + began.plus(minutes, ChronoUnit.MINUTES))
                .path("items");
        assertThat(quarters).hasSize(134);
        for (int quarter = 0; quarter < 133; quarter++) {
            double used = quarters.get(quarter).path("quantity").asDouble();
            assertThat(used).isCloseTo(register(15 * quarter + 15) - register(15 * quarter), within(1e-6));
        }
    }

    private static CompletableFuture<?> tell(TestDevice meter, Instant began, int minute) {
        Instant at = began.plus(minute, ChronoUnit.MINUTES);
        return meter.send("meter", "{\"at\":\"" + at + "\",\"energyKwh\":" + register(minute) + "}");
    }

    /** More and more is used. */
    private static double register(int minute) {
        return 1_000 + minute * minute / 10_000.0;
    }

    private static void kill(Victim victim) {
        switch (victim) {
            case HUB -> ANNEX.hub().kill9();
            case POSTGRESQL -> ANNEX.hub().killPostmaster();
            case BOTH -> {
                ANNEX.hub().killPostmaster();
                ANNEX.hub().kill9();
            }
        }
        if (victim != Victim.POSTGRESQL) {
            ANNEX.startAgain();
        }
    }
}
