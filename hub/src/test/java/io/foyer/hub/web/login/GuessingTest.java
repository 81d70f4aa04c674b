package io.foyer.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.login.LoginLimits.LoginAttempt;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessingTest {
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
        TestHub.await(FirstAdmin.ensure(hub.accounts, hub.passwords, "open sesame", hub.clock.instant()));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private TestHub.Reply logIn(String user, String password, String... cookie) {
        String body = "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password);
        return cookie.length == 0
                ? hub.ask("POST", "/api/v1/login", body, "Content-Type", "application/json")
                : hub.ask("POST", "/api/v1/login", body, "Content-Type", "application/json", "Cookie", cookie[0]);
    }

    /** What a browser keeps of an answer, as it sends it again. */
    private static String kept(TestHub.Reply reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("foyer-browser-"))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private static LoginAttempt from(String user, String neighbourhood) {
        return new LoginAttempt(user, neighbourhood, Optional.empty());
    }

    @Test
    void who_guesses_at_a_name_keeps_its_owner_out_only_from_where_the_guesses_come() {
        LoginLimits limits = new LoginLimits(hub.clock);
        for (int i = 0; i < 1_000; i++) {
            limits.take(from("admin", "10.0.0.7"));
        }
        assertThat(limits.take(from("admin", "10.0.0.7"))).isPresent();
        assertThat(limits.take(from("admin", "10.0.0.8"))).isEmpty();
        assertThat(limits.take(from("li", "10.0.0.7")))
                .as("guesses that nobody judged")
                .isEmpty();
    }

    @Test
    void a_browser_that_has_logged_in_before_comes_in_while_strangers_at_its_address_guess() {
        var first = logIn("admin", "open sesame");
        String cookie = kept(first);
        assertThat(first.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("foyer-browser-")
                        && set.contains("HTTPOnly")
                        && set.contains("SameSite=Strict")
                        && set.contains("Path=/api/v1/login"));
        while (logIn("admin", "guess").status() == 401) {
            assertThat(cookie).isNotEmpty();
        }
        assertThat(logIn("admin", "open sesame").status()).as("another browser").isEqualTo(429);
        assertThat(logIn("admin", "open sesame", cookie).status()).isEqualTo(200);
        assertThat(logIn("admin", "open sesame", cookie + "x").status())
                .as("made up")
                .isEqualTo(429);
        String token = first.json().path("token").asText();
        assertThat(hub.ask("GET", "/api/v1/session", null, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_known_browser_has_ten_wrong_passwords_a_minute_too_and_for_its_own_name_only() {
        String cookie = kept(logIn("admin", "open sesame"));
        for (int i = 0; i < LoginLimits.PER_NAME; i++) {
            assertThat(logIn("admin", "guess " + i, cookie).status()).isEqualTo(401);
        }
        assertThat(logIn("admin", "open sesame", cookie).status()).isEqualTo(429);
        assertThat(logIn("admin", "open sesame").status()).isEqualTo(200);
        hub.put(Role.ADMIN, "/api/v1/users/li", "{\"password\": \"first\", \"role\": \"desk\"}");
        assertThat(kept(logIn("li", "first", cookie)).split("=", 2)[0]).isNotEqualTo(cookie.split("=", 2)[0]);
    }

    @Test
    void strangers_wait_in_a_short_queue_and_leave_room_for_those_who_are_known() {
        List<Future<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < Passwords.MOST_STRANGERS; i++) {
            asked.add(hub.passwords.fits("guess", null, true));
        }
        Future<Boolean> refused = hub.passwords.fits("guess", null, true);
        Future<Boolean> known = hub.passwords.fits("guess", null, false);
        assertThatThrownBy(() -> TestHub.await(refused)).hasRootCauseInstanceOf(RejectedExecutionException.class);
        assertThat(TestHub.await(known)).isFalse();
        asked.forEach(one -> assertThat(TestHub.await(one)).isFalse());
    }
}
