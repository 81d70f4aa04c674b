package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.live.Watcher;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screens and accounts are listed, and end at once when they are revoked. */
class RevocationTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
        for (String name : new String[] {"admin", "li", "wu"}) {
            Set<String> sites = name.equals("wu") ? Set.of("harbour", "other") : Set.of();
            hub.accounts.accounts.put(name, new Account(name, "$argon2id$", Role.ADMIN, sites));
        }
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private int delete(String token, String path) {
        return hub.ask("DELETE", path, null, "Authorization", "Bearer " + token).status();
    }

    private int session(String token) {
        return hub.ask("GET", "/api/v1/session", null, "Authorization", "Bearer " + token)
                .status();
    }

    @Test
    void screens_are_listed_by_name_with_when_they_were_created_and_last_used() {
        String li = hub.accounts.token("li", Role.ADMIN, null);
        String json = "application/json";
        String name = "{\"name\":\"Lounge, by the door\"}";
        var opened = hub.ask("POST", SITE + "/screens", name, "Authorization", "Bearer " + li, "Content-Type", json)
                .json();
        hub.clock.pass(Duration.ofMinutes(3));
        JsonNode fresh = hub.get(Role.ADMIN, SITE + "/screens").json().at("/items/0");
        assertThat(fresh.path("name").asText()).isEqualTo("Lounge, by the door");
        assertThat(fresh.path("created").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(fresh.path("lastUsed").isNull()).isTrue();

        assertThat(session(opened.path("token").asText())).isEqualTo(200);
        assertThat(hub.get(Role.ADMIN, SITE + "/screens")
                        .json()
                        .at("/items/0/lastUsed")
                        .asText())
                .isEqualTo("2026-11-23T06:03:00Z");
        String long1 = "{\"name\":\"" + "x".repeat(257) + "\"}";
        assertThat(hub.ask("POST", SITE + "/screens", long1, "Authorization", "Bearer " + li, "Content-Type", json)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("name");
    }

    @Test
    void a_screen_that_is_revoked_goes_dark_at_once() {
        String li = hub.accounts.token("li", Role.ADMIN, null);
        var opened = hub.ask("POST", SITE + "/screens", null, "Authorization", "Bearer " + li)
                .json();
        String id = opened.path("id").asText();
        String token = opened.path("token").asText();
        Watcher screen = Watcher.of(hub, "/live/harbour?topics=occupancy", token);
        screen.any();
        assertThat(hub.get(Role.ADMIN, SITE + "/screens").json().findValuesAsText("id"))
                .containsExactly(id);

        assertThat(delete(li, "/api/v1/sites/other/screens/" + id)).isEqualTo(404);
        assertThat(delete(li, SITE + "/screens/" + id)).isEqualTo(200);
        assertThat(screen.closeCode()).isEqualTo(4401);
        assertThat(session(token)).isEqualTo(401);
        assertThat(delete(li, SITE + "/screens/" + id)).isEqualTo(404);
        assertThat(hub.accounts.trail).contains("li open-screen " + id, "li close-screen " + id);
    }

    @Test
    void an_account_that_is_removed_is_out_at_once() {
        String li = hub.accounts.token("li", Role.ADMIN, null);
        String wu = hub.accounts.token("wu", Role.ADMIN, null, "harbour", "other");
        Watcher viewer = Watcher.of(hub, "/live/harbour?topics=doors", wu);
        viewer.any();
        assertThat(hub.get(Role.ADMIN, "/api/v1/users").body())
                .contains("{\"name\":\"wu\",\"role\":\"admin\",\"sites\":[\"harbour\",\"other\"]}")
                .doesNotContain("argon");

        assertThat(delete(li, "/api/v1/users/wu")).isEqualTo(200);
        assertThat(viewer.closeCode()).isEqualTo(4401);
        assertThat(session(wu)).isEqualTo(401);
        assertThat(delete(li, "/api/v1/users/wu")).isEqualTo(404);
        assertThat(hub.accounts.trail).containsExactly("li remove-account wu");
    }

    @Test
    void nobody_removes_themselves_nor_the_account_admin_nor_one_that_reaches_further() {
        String li = hub.accounts.token("li", Role.ADMIN, null);
        assertThat(delete(li, "/api/v1/users/li")).isEqualTo(409);
        assertThat(delete(li, "/api/v1/users/admin")).isEqualTo(409);
        String ofOneSite = hub.accounts.token("mo", Role.ADMIN, null, "harbour");
        assertThat(delete(ofOneSite, SITE + "/users/wu")).isEqualTo(403);
        assertThat(delete(ofOneSite, SITE + "/users/li")).isEqualTo(403);
        assertThat(hub.ask("GET", SITE + "/users", null, "Authorization", "Bearer " + ofOneSite)
                        .json()
                        .path("items"))
                .hasSize(3);
        String ofBoth = hub.accounts.token("mo", Role.ADMIN, null, "harbour", "other");
        assertThat(delete(ofBoth, SITE + "/users/wu")).isEqualTo(200);
    }

    @Test
    void while_the_store_is_away_an_account_is_neither_changed_nor_in_the_trail() {
        hub.accounts.token(Role.ADMIN);
        String li = hub.accounts.token("li", Role.ADMIN, null);
        assertThat(session(li)).isEqualTo(200);
        hub.accounts.away = true;
        String body = "{\"password\":\"another\",\"role\":\"desk\"}";
        String json = "application/json";
        assertThat(hub.ask("PUT", "/api/v1/users/wu", body, "Authorization", "Bearer " + li, "Content-Type", json)
                        .status())
                .isEqualTo(503);
        assertThat(hub.accounts.trail).isEmpty();
    }
}
