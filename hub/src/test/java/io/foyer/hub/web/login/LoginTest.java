package io.foyer.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestAccounts;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.login.LoginLimits.LoginAttempt;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
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

    private TestHub.Reply logIn(String user, String password, String... headers) {
        String body = "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password);
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return hub.ask("POST", "/api/v1/login", body, all);
    }

    private int session(String... headers) {
        return hub.ask("GET", "/api/v1/session", null, headers).status();
    }

    @Test
    void a_login_gives_a_token_and_a_cookie_that_scripts_cannot_read() {
        var reply = logIn("admin", "open sesame");
        String token = reply.json().path("token").asText();
        assertThat(reply.header("Set-Cookie"))
                .startsWith("foyer=" + token)
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(token).hasSize(43);
        assertThat(session("Authorization", "Bearer " + token)).isEqualTo(200);
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(200);
        var who = hub.ask("GET", "/api/v1/session", null, "Cookie", "foyer=" + token)
                .json();
        assertThat(who.path("user").asText()).isEqualTo("admin");
        assertThat(who.path("role").asText()).isEqualTo("admin");
        assertThat(who.path("sites")).hasSize(2);
    }

    @Test
    void a_token_is_kept_as_its_hash_only() {
        String token = logIn("admin", "open sesame").json().path("token").asText();
        assertThat(hub.accounts.sessions).containsOnlyKeys(HexFormat.of().formatHex(TestAccounts.sha256(token)));
        assertThat(hub.accounts.accounts.get("admin").passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_wrong_name_and_a_wrong_password_get_the_same_answer() {
        var wrongName = logIn("nobody", "open sesame");
        var wrongPassword = logIn("admin", "open says me");
        assertThat(wrongName.status()).isEqualTo(401);
        assertThat(wrongName.status()).isEqualTo(wrongPassword.status());
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body());
        assertThat(wrongName.header("Set-Cookie")).isEmpty();
    }

    @Test
    void wrong_passwords_for_one_name_are_slowed_down_and_others_are_not() {
        for (int i = 0; i < LoginLimits.PER_NAME; i++) {
            assertThat(logIn("admin", "guess " + i).status()).isEqualTo(401);
        }
        var refused = logIn("admin", "open sesame");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(logIn("somebody", "else").status()).isEqualTo(401);
        hub.clock.pass(Duration.ofSeconds(6));
        assertThat(logIn("admin", "open sesame").status()).isEqualTo(200);
    }

    @Test
    void one_address_cannot_try_many_names() {
        LoginLimits limits = new LoginLimits(hub.clock);
        for (int i = 0; i < LoginLimits.PER_NEIGHBOURHOOD; i++) {
            assertThat(limits.take(new LoginAttempt("name-" + i, "10.0.0.7", Optional.empty())))
                    .isEmpty();
        }
        assertThat(limits.take(new LoginAttempt("another", "10.0.0.7", Optional.empty())))
                .isPresent();
        assertThat(limits.take(new LoginAttempt("another", "10.0.0.8", Optional.empty())))
                .isEmpty();
    }

    @Test
    void right_passwords_are_never_slowed_down() {
        for (int i = 0; i < LoginLimits.PER_NAME + 5; i++) {
            assertThat(logIn("admin", "open sesame").status()).isEqualTo(200);
        }
    }

    @Test
    void a_logout_holds_at_once() {
        String token = logIn("admin", "open sesame").json().path("token").asText();
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(200);
        var reply = hub.ask("POST", "/api/v1/logout", null, "Cookie", "foyer=" + token);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie")).startsWith("foyer=;").contains("Max-Age=0");
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_twelve_hours_even_if_it_is_remembered() {
        String token = logIn("admin", "open sesame").json().path("token").asText();
        hub.clock.pass(PageSessions.LIFE.minusSeconds(1));
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(200);
        hub.clock.pass(Duration.ofSeconds(1));
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(401);
    }

    @Test
    void many_requests_of_one_session_ask_the_store_once() {
        String token = hub.accounts.token(Role.DESK);
        for (int i = 0; i < 20; i++) {
            assertThat(session("Cookie", "foyer=" + token)).isEqualTo(200);
        }
        assertThat(hub.accounts.lookUps).hasValue(1);
    }

    @Test
    void a_store_that_is_away_lets_in_whom_it_let_in_before_and_nobody_else() {
        String known = hub.accounts.token(Role.DESK);
        assertThat(session("Cookie", "foyer=" + known)).isEqualTo(200);
        hub.accounts.away = true;
        assertThat(session("Cookie", "foyer=" + known)).isEqualTo(200);
        assertThat(session("Cookie", "foyer=" + hub.accounts.token(Role.DESK))).isEqualTo(503);
        hub.clock.pass(KnownSessions.REMEMBERED);
        assertThat(session("Cookie", "foyer=" + known))
                .as("or nobody could block a card just then")
                .isEqualTo(200);
    }

    @Test
    void a_changed_account_loses_its_sessions_at_once() {
        hub.put(Role.ADMIN, "/api/v1/users/li", "{\"password\": \"first\", \"role\": \"desk\"}");
        String token = logIn("li", "first").json().path("token").asText();
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(200);
        var reply = hub.put(Role.ADMIN, "/api/v1/users/li", "{\"role\": \"energy\", \"sites\": [\"harbour\"]}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(session("Cookie", "foyer=" + token)).isEqualTo(401);
        var again = logIn("li", "first").json().path("token").asText();
        var who = hub.ask("GET", "/api/v1/session", null, "Cookie", "foyer=" + again)
                .json();
        assertThat(who.path("role").asText()).isEqualTo("energy");
        assertThat(who.path("sites").path(0).asText()).isEqualTo("harbour");
    }

    @Test
    void an_account_needs_a_password_a_role_and_sites_that_exist() {
        assertThat(hub.put(Role.ADMIN, "/api/v1/users/li", "{\"role\": \"desk\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(Role.ADMIN, "/api/v1/users/li", "{\"password\": \"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(
                                Role.ADMIN,
                                "/api/v1/users/li",
                                "{\"password\": \"x\", \"role\": \"desk\", \"sites\": [\"mars\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(Role.ADMIN, "/api/v1/users/admin", "{\"password\": \"x\", \"role\": \"desk\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.accounts.accounts).containsOnlyKeys("admin");
    }

    @Test
    void a_screen_gets_a_token_of_its_site_that_does_not_end() {
        String token = hub.ask(
                        "POST",
                        "/api/v1/sites/harbour/screens",
                        null,
                        "Authorization",
                        "Bearer " + hub.accounts.token(Role.ADMIN))
                .json()
                .path("token")
                .asText();
        hub.clock.pass(Duration.ofDays(400));
        var who = hub.ask("GET", "/api/v1/session", null, "Authorization", "Bearer " + token)
                .json();
        assertThat(who.path("role").asText()).isEqualTo("wall");
        assertThat(who.path("sites").path(0).asText()).isEqualTo("harbour");
        assertThat(who.path("sites")).hasSize(1);
    }

    @Test
    void a_page_of_another_host_cannot_use_the_cookie() {
        String token = hub.accounts.token(Role.ADMIN);
        String path = "/api/v1/sites/harbour/members/m1";
        String body = "{\"name\": \"Li\"}";
        String cookie = "foyer=" + token;
        String own = "http://127.0.0.1:" + hub.port;
        String json = "application/json";
        assertThat(hub.ask("PUT", path, body, "Cookie", cookie, "Content-Type", json, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(hub.ask("PUT", path, body, "Cookie", cookie, "Content-Type", json, "Origin", "null")
                        .status())
                .isEqualTo(403);
        assertThat(hub.ask("PUT", path, body, "Cookie", cookie, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(hub.ask("PUT", path, body, "Cookie", cookie).status()).isEqualTo(415);
        assertThat(hub.sites.commands).isEmpty();
        assertThat(hub.ask("PUT", path, body, "Cookie", cookie, "Content-Type", json, "Origin", own)
                        .status())
                .isEqualTo(200);
        assertThat(logIn("admin", "open sesame", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
    }
}
