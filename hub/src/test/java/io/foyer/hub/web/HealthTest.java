package io.foyer.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void the_part_that_is_not_ready_is_named() {
        AtomicBoolean database = new AtomicBoolean(true);
        ReadinessCheck good = new ReadinessCheck("sites", () -> Future.succeededFuture(true));
        try (TestHub hub = new TestHub(
                List.of(good, new ReadinessCheck("database", () -> Future.succeededFuture(database.get()))))) {
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
            assertThat(hub.ask("GET", "/readyz", null).status()).isEqualTo(200);
            database.set(false);
            var reply = hub.ask("GET", "/readyz", null);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.json().path("detail").asText()).isEqualTo("Not ready: database.");
        }
    }

    @Test
    void a_part_that_fails_or_never_answers_is_not_ready() {
        ReadinessCheck failing = new ReadinessCheck("database", () -> Future.failedFuture("away"));
        ReadinessCheck throwing = new ReadinessCheck("mqtt", () -> {
            throw new IllegalStateException("not yet");
        });
        ReadinessCheck silent =
                new ReadinessCheck("sites", () -> Promise.<Boolean>promise().future());
        try (TestHub hub = new TestHub(List.of(failing, throwing, silent))) {
            var reply = hub.ask("GET", "/readyz", null);
            assertThat(reply.json().path("detail").asText()).isEqualTo("Not ready: database, mqtt, sites.");
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
        }
    }

    @Test
    void the_figures_are_prometheus_text_without_names() {
        try (TestHub hub = new TestHub()) {
            hub.get(Accounts.Role.ADMIN, "/api/v1/sites/harbour/members/li-lei");
            var reply = hub.ask("GET", "/metrics", null);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).startsWith("text/plain; version=0.0.4");
            assertThat(reply.body()).contains("foyer_live_viewers 0.0", "foyer_http_requests_seconds_count");
            assertThat(reply.body()).doesNotContain("li-lei").doesNotContain("harbour");
        }
    }
}
