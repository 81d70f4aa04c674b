package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolesTest {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> ENERGY = Set.of(Role.ENERGY, Role.DESK, Role.ADMIN);
    private static final Set<Role> MANAGER = Set.of(Role.ENERGY, Role.ADMIN);
    private static final Set<Role> DESK = Set.of(Role.DESK, Role.ADMIN);
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);
    private static final String SITE = "/api/v1/sites/{site}";

    /** Written by hand from the contract, so that a slip in the endpoints' own table shows. */
    private static final Map<String, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/session", ALL),
            Map.entry("PUT /api/v1/users/{name}", ADMIN),
            Map.entry("GET /api/v1/users", ADMIN),
            Map.entry("DELETE /api/v1/users/{name}", ADMIN),
            Map.entry("GET " + SITE + "/users", ADMIN),
            Map.entry("DELETE " + SITE + "/users/{name}", ADMIN),
            Map.entry("POST " + SITE + "/screens", ADMIN),
            Map.entry("GET " + SITE + "/screens", ADMIN),
            Map.entry("DELETE " + SITE + "/screens/{id}", ADMIN),
            Map.entry("POST /api/v1/reload", ADMIN),
            Map.entry("GET /api/v1/sites", ALL),
            Map.entry("GET " + SITE, ALL),
            Map.entry("PUT " + SITE + "/members/{id}", DESK),
            Map.entry("GET " + SITE + "/members/{id}", DESK),
            Map.entry("DELETE " + SITE + "/members/{id}", DESK),
            Map.entry("PUT " + SITE + "/memberships/{id}", DESK),
            Map.entry("GET " + SITE + "/memberships/{id}", DESK),
            Map.entry("GET " + SITE + "/memberships", DESK),
            Map.entry("PUT " + SITE + "/credentials/{type}/{value}", DESK),
            Map.entry("GET " + SITE + "/credentials", DESK),
            Map.entry("DELETE " + SITE + "/credentials/{type}/{value}", DESK),
            Map.entry("GET " + SITE + "/members/{id}/qr", DESK),
            Map.entry("POST " + SITE + "/import/members", ADMIN),
            Map.entry("GET " + SITE + "/export/members", ADMIN),
            Map.entry("POST " + SITE + "/doors/{door}/unlock", DESK),
            Map.entry("POST " + SITE + "/doors/{door}/lock", DESK),
            Map.entry("POST " + SITE + "/doors/{door}/hold-open", DESK),
            Map.entry("POST " + SITE + "/doors/{door}/resume", DESK),
            Map.entry("POST " + SITE + "/lockdown", DESK),
            Map.entry("DELETE " + SITE + "/lockdown", DESK),
            Map.entry("POST " + SITE + "/release", DESK),
            Map.entry("DELETE " + SITE + "/release", DESK),
            Map.entry("PUT " + SITE + "/bookings/{id}", DESK),
            Map.entry("GET " + SITE + "/bookings/{id}", DESK),
            Map.entry("DELETE " + SITE + "/bookings/{id}", DESK),
            Map.entry("GET " + SITE + "/bookings", DESK),
            Map.entry("GET " + SITE + "/rooms", ALL),
            Map.entry("GET " + SITE + "/rooms/empty", DESK),
            Map.entry("GET " + SITE + "/rooms/unused", DESK),
            Map.entry("PUT " + SITE + "/visits/{id}", DESK),
            Map.entry("GET " + SITE + "/visits/{id}", DESK),
            Map.entry("DELETE " + SITE + "/visits/{id}", DESK),
            Map.entry("GET " + SITE + "/visits", DESK),
            Map.entry("POST " + SITE + "/visits/{id}/check-in", DESK),
            Map.entry("POST " + SITE + "/visits/{id}/check-out", DESK),
            Map.entry("GET " + SITE + "/access-events", DESK),
            Map.entry("GET " + SITE + "/access/explain", DESK),
            Map.entry("GET " + SITE + "/muster", DESK),
            Map.entry("GET " + SITE + "/occupancy", ALL),
            Map.entry("GET " + SITE + "/occupancy/history", ALL),
            Map.entry("GET " + SITE + "/occupancy/typical", ALL),
            Map.entry("GET " + SITE + "/occupancy/forecast", ALL),
            Map.entry("GET " + SITE + "/occupancy/use", ALL),
            Map.entry("GET " + SITE + "/occupancy/heatmap", ALL),
            Map.entry("GET " + SITE + "/occupancy/letting", DESK),
            Map.entry("GET " + SITE + "/occupancy/accuracy", ALL),
            Map.entry("GET " + SITE + "/occupancy/sensors", DESK),
            Map.entry("POST " + SITE + "/occupancy/{zone}/set", DESK),
            Map.entry("GET " + SITE + "/energy", ENERGY),
            Map.entry("GET " + SITE + "/energy/history", ENERGY),
            Map.entry("GET " + SITE + "/energy/waste", ENERGY),
            Map.entry("GET " + SITE + "/energy/months", ENERGY),
            Map.entry("GET " + SITE + "/energy/week", ENERGY),
            Map.entry("GET " + SITE + "/energy/intensity", ENERGY),
            Map.entry("GET " + SITE + "/energy/items", ENERGY),
            Map.entry("GET " + SITE + "/energy/budget", ENERGY),
            Map.entry("GET " + SITE + "/energy/base-load", ENERGY),
            Map.entry("GET " + SITE + "/energy/waste/systems", ENERGY),
            Map.entry("GET " + SITE + "/energy/cost", ENERGY),
            Map.entry("GET " + SITE + "/tariffs/{id}/bands", ENERGY),
            Map.entry("GET " + SITE + "/energy/demand", ENERGY),
            Map.entry("GET " + SITE + "/energy/demand/contract", ENERGY),
            Map.entry("GET " + SITE + "/energy/flow", ENERGY),
            Map.entry("GET " + SITE + "/energy/baseline", ENERGY),
            Map.entry("GET " + SITE + "/energy/statements", MANAGER),
            Map.entry("GET " + SITE + "/energy/statements/{tenant}", MANAGER),
            Map.entry("GET " + SITE + "/energy/anomalies", ENERGY),
            Map.entry("PUT " + SITE + "/tariffs/{id}/prices", MANAGER),
            Map.entry("PUT " + SITE + "/tariffs/{id}/days/{date}", MANAGER),
            Map.entry("PUT " + SITE + "/meters/{id}/readings", ENERGY),
            Map.entry("GET " + SITE + "/meters/{id}/repairs", ENERGY),
            Map.entry("POST " + SITE + "/meters/{id}/repairs", MANAGER),
            Map.entry("DELETE " + SITE + "/meters/{id}/repairs/{repair}", MANAGER),
            Map.entry("GET " + SITE + "/alarms", ENERGY),
            Map.entry("POST " + SITE + "/alarms/{id}/acknowledge", DESK),
            Map.entry("GET " + SITE + "/dead-letters", ADMIN),
            Map.entry("GET " + SITE + "/audit", ADMIN));

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static TestHub.Reply ask(String endpoint, String site, String... headers) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{site}", site)
                .replace("{id}", "someone")
                .replace("{name}", "someone")
                .replace("{door}", "front")
                .replace("{date}", "2026-11-23")
                .replace("{zone}", "lounge")
                .replace("{repair}", "r-1")
                .replace("{tenant}", "common")
                .replace("{type}", "card")
                .replace("{value}", "04A2B3C4D5");
        if (!path.endsWith("/import/members")) {
            return hub.ask(parts[0], path, null, headers);
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "text/csv";
        return hub.ask(parts[0], path, "member,name\n", all);
    }

    @Test
    void each_role_gets_what_its_job_needs_and_nothing_else() {
        Map<String, Set<Role>> found = new TreeMap<>();
        for (String endpoint : ALLOWED.keySet()) {
            found.put(
                    endpoint,
                    Set.of(Role.values()).stream()
                            .filter(role ->
                                    ask(endpoint, "harbour", "Authorization", "Bearer " + hub.accounts.token(role))
                                                    .status()
                                            != 403)
                            .collect(Collectors.toSet()));
        }
        assertThat(found).isEqualTo(new TreeMap<>(ALLOWED));
    }

    @Test
    void without_a_session_or_with_a_made_up_one_nothing_is_told() {
        for (String endpoint : ALLOWED.keySet()) {
            assertThat(ask(endpoint, "harbour").status()).as(endpoint).isEqualTo(401);
        }
        // Of one address the hub looks up sixty made-up tokens a minute: more are told to come later.
        for (String endpoint :
                ALLOWED.keySet().stream().filter(one -> one.startsWith("GET")).toList()) {
            assertThat(ask(endpoint, "harbour", "Authorization", "Bearer " + "x".repeat(43))
                            .status())
                    .as(endpoint)
                    .isEqualTo(401);
        }
    }

    @Test
    void an_account_of_one_site_reaches_no_other_whether_it_exists_or_not() {
        String token = hub.accounts.token(Role.ADMIN, "harbour");
        for (String endpoint : ALLOWED.keySet()) {
            if (endpoint.contains("{site}")) {
                assertThat(ask(endpoint, "other", "Authorization", "Bearer " + token)
                                .status())
                        .as(endpoint)
                        .isEqualTo(403);
                assertThat(ask(endpoint, "nowhere", "Authorization", "Bearer " + token)
                                .status())
                        .as(endpoint)
                        .isEqualTo(403);
            }
        }
        var sites = hub.ask("GET", "/api/v1/sites", null, "Authorization", "Bearer " + token)
                .json();
        assertThat(sites.path("items").findValuesAsText("id")).containsExactly("harbour");
        var session = hub.ask("GET", "/api/v1/session", null, "Authorization", "Bearer " + token)
                .json();
        assertThat(session.path("sites")).hasSize(1);
    }

    @Test
    void an_administrator_of_some_sites_has_no_say_over_the_whole_hub() {
        String token = hub.accounts.token(Role.ADMIN, "harbour");
        for (String endpoint : ALLOWED.keySet()) {
            if (ALLOWED.get(endpoint).equals(ADMIN) && !endpoint.contains("{site}")) {
                assertThat(ask(endpoint, "harbour", "Authorization", "Bearer " + token)
                                .status())
                        .as(endpoint)
                        .isEqualTo(403);
            }
        }
        String everything = "{\"password\": \"a long enough one\", \"role\": \"admin\"}";
        var taken = hub.ask(
                "PUT",
                "/api/v1/users/admin",
                everything,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(taken.status()).isEqualTo(403);
        assertThat(hub.accounts.accounts).doesNotContainKey("admin");
    }

    @Test
    void the_table_above_is_whole() {
        Set<String> endpoints = Endpoints.all();
        assertThat(endpoints).containsAll(ALLOWED.keySet());
        assertThat(endpoints).hasSize(ALLOWED.size() + 2).contains("POST /api/v1/login", "POST /api/v1/logout");
    }
}
