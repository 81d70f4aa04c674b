package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
