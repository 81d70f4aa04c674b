package io.foyer.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String cookie(Role role, String... sites) {
        return "foyer=" + hub.accounts.token(role, sites);
    }

    @Test
    void a_page_without_a_session_leads_to_the_login_and_back() {
        for (String path : List.of("/", "/wall/harbour", "/energy/harbour", "/desk/harbour")) {
            var reply = hub.ask("GET", path, null);
            assertThat(reply.status()).as(path).isEqualTo(302);
            assertThat(reply.header("Location")).isEqualTo("/login?next=" + path.replace("/", "%2F"));
        }
        assertThat(hub.ask("GET", "/login", null).status()).isEqualTo(200);
    }

    @Test
    void a_page_runs_nothing_but_its_own() {
        var page = hub.ask("GET", "/wall/harbour", null, "Cookie", cookie(Role.WALL));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_wall_opens_with_a_screens_token_of_its_site() {
        String token = hub.accounts.token(Role.WALL, "harbour");
        assertThat(hub.ask("GET", "/wall/harbour?screen=" + token, null).status())
                .isEqualTo(200);
        assertThat(hub.ask("GET", "/wall/other?screen=" + token, null).status()).isEqualTo(403);
        assertThat(hub.ask("GET", "/energy/harbour?screen=" + token, null).status())
                .isEqualTo(302);
        assertThat(hub.ask("GET", "/wall/harbour?screen=" + "x".repeat(43), null)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void a_page_above_a_role_or_of_no_site_is_refused() {
        assertThat(hub.ask("GET", "/energy/harbour", null, "Cookie", cookie(Role.WALL))
                        .status())
                .isEqualTo(403);
        assertThat(hub.ask("GET", "/energy/harbour", null, "Cookie", cookie(Role.ENERGY))
                        .status())
                .isEqualTo(200);
        assertThat(hub.ask("GET", "/wall/nowhere", null, "Cookie", cookie(Role.ADMIN))
                        .status())
                .isEqualTo(404);
        for (Role role : Role.values()) {
            int status = role == Role.DESK || role == Role.ADMIN ? 200 : 403;
            assertThat(hub.ask("GET", "/desk/harbour", null, "Cookie", cookie(role))
                            .status())
                    .as(role.toString())
                    .isEqualTo(status);
        }
    }

    @Test
    void a_file_is_kept_by_the_browser_and_packed_on_the_way() {
        String path = "/_static/lit/3.3.3/index.js";
        var plain = hub.ask("GET", path, null);
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        var again = hub.ask("GET", path, null, "If-None-Match", plain.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        String chart = "/_static/echarts/6.0.0/dist/echarts.esm.min.js";
        var packed = hub.ask("GET", chart, null, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.body().length())
                .isLessThan(hub.ask("GET", chart, null).body().length() / 2);
        assertThat(hub.ask("GET", "/_static/inter/5.2.5/files/inter-latin-400-normal.woff2", null)
                        .header("Content-Type"))
                .isEqualTo("font/woff2");
    }

    @Test
    void only_files_of_the_pages_are_served() {
        for (String path : List.of(
                "/static/../login.html",
                "/static/%2e%2e/login.html",
                "/static/..%2flogin.html",
                "/static//etc/passwd.txt",
                "/static/css",
                "/static/",
                "/_static/../../META-INF/MANIFEST.txt",
                "/_static/lit/3.3.3/LICENSE",
                "/static/nothing.js",
                "/dashboards/login.html")) {
            assertThat(hub.ask("GET", path, null).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_plan_is_served_to_those_who_may_see_the_site(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("f1.svg");
        Files.writeString(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        hub.plans.put("harbour/f1", svg);
        var plan = hub.ask("GET", "/plans/harbour/f1.svg", null, "Cookie", cookie(Role.WALL));
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(plan.header("Content-Security-Policy")).contains("sandbox");
        assertThat(hub.ask("GET", "/plans/harbour/f1.svg", null).status()).isEqualTo(401);
        assertThat(hub.ask("GET", "/plans/harbour/f1.svg", null, "Cookie", cookie(Role.WALL, "other"))
                        .status())
                .isEqualTo(403);
        for (String path : List.of("/plans/harbour/f2.svg", "/plans/harbour/f1", "/plans/harbour/..%2Ff1.svg")) {
            assertThat(hub.ask("GET", path, null, "Cookie", cookie(Role.WALL)).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
