package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL hangs, dies or stays away: doors do not notice, telemetry waits, nothing acknowledged is lost. */
class StoppedDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SWIPES = 20;

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void ann_is_known() {
        ANNEX.member("ann", "all", "A1");
    }

    private static Postmaster postmaster() {
        return Postmaster.find(ANNEX.data()).orElseThrow();
    }

    /** Makes the database unusable, sees what doors and telemetry do, and mends it. */
    private static void withoutDatabase(String prefix, Runnable away, Runnable back) {
        try (TestDevice reader = ANNEX.device("front-in").listening();
                TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("count", "{\"present\":1}");
            List<CompletableFuture<?>> sent = new ArrayList<>();
            away.run();
            try {
                sent.add(cam.send("count", "{\"id\":\"" + prefix + "\",\"present\":9}"));
                for (int swipe = 0; swipe < SWIPES; swipe++) {
                    String id = prefix + swipe;
                    long asked = System.nanoTime();
                    sent.add(reader.send("swipe", "{\"id\":\"" + id + "\",\"credential\":\"A1\"}"));
                    JsonNode command = reader.command();
                    assertThat(command.path("swipe").asText()).isEqualTo(id);
                    assertThat(command.path("command").asText()).isEqualTo("unlock");
                    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
                }
                await().atMost(PATIENCE).until(() -> ANNEX.api().get("/readyz").status() == 503);
                assertThat(ANNEX.api().get("/readyz").body().toString()).contains("database");
                assertThat(ANNEX.api().get("/healthz").status()).isEqualTo(200);
                assertThat(sent).noneMatch(CompletableFuture::isDone);
            } finally {
                back.run();
            }
            sent.forEach(TestDevice::await);
        }
        await().atMost(PATIENCE).until(() -> ANNEX.api().get("/readyz").status() == 200);
        await().atMost(PATIENCE).until(() -> ANNEX.zone("lounge").path("count").asInt() == 9);
        long events = 0;
        for (JsonNode event : ANNEX.get("/access-events?limit=500").path("items")) {
            events += event.path("swipe").asText().startsWith(prefix) ? 1 : 0;
        }
        assertThat(events).isEqualTo(SWIPES);
    }

    @Test
    void while_postgresql_hangs_doors_answer_and_telemetry_waits() {
        Postmaster postmaster = postmaster();
        withoutDatabase("hang-", postmaster::freeze, postmaster::thaw);
    }

    @Test
    void while_postgresql_cannot_start_doors_answer_and_telemetry_waits() {
        Path needed = ANNEX.data().resolve("postgres/postgresql.conf");
        Path elsewhere = needed.resolveSibling("postgresql.conf.away");
        withoutDatabase(
                "dead-",
                () -> {
                    move(needed, elsewhere);
                    postmaster().kill9();
                },
                () -> move(elsewhere, needed));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_postgresql_that_dies_is_started_again() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            Postmaster before = postmaster();
            before.kill9();
            CompletableFuture<?> sent = reader.send("swipe", "{\"id\":\"again\",\"credential\":\"A1\"}");
            assertThat(reader.command().path("swipe").asText()).isEqualTo("again");
            TestDevice.await(sent);
            assertThat(postmaster()).isNotEqualTo(before);
        }
        JsonNode events = ANNEX.get("/access-events?limit=500").path("items");
        assertThat(Annex.entry(events, "swipe", "again").path("member").asText())
                .isEqualTo("ann");
    }

    @Test
    void a_restriction_binds_without_the_database_and_a_permission_does_not() {
        ANNEX.member("ben", "all", "B1");
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            Postmaster postmaster = postmaster();
            ANNEX.loginAgain();
            postmaster.freeze();
            try {
                assertThat(ANNEX.put("/credentials/card/B1", Map.of("member", "ben", "status", "blocked"))
                                .status())
                        .isEqualTo(202);
                assertThat(ANNEX.get("/muster").path("items").isArray()).isTrue();
                reader.send("swipe", "{\"id\":\"ben-1\",\"credential\":\"B1\"}");
                assertThat(reader.command().path("reason").asText()).isEqualTo("credential-blocked");
                assertThat(ANNEX.put("/credentials/card/B2", Map.of("member", "ben", "status", "active"))
                                .status())
                        .isEqualTo(503);
            } finally {
                postmaster.thaw();
            }
            await().atMost(PATIENCE).until(() -> ANNEX.api().get("/readyz").status() == 200);
            reader.tell("swipe", "{\"id\":\"ben-2\",\"credential\":\"B2\"}");
            assertThat(reader.command().path("reason").asText()).isEqualTo("unknown-credential");
        }
    }
}
