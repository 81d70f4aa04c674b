package io.foyer.hub.web;

import static io.foyer.hub.web.RawHttp.all;
import static io.foyer.hub.web.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.Role;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final String LOGIN =
            "POST /api/v1/login HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n";
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGIN + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                LOGIN + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                LOGIN + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                LOGIN + "Transfer-Encoding: identity\r\n\r\n",
                LOGIN + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                LOGIN + "Content-Length: -2\r\n\r\n{}",
                "POST /api/v1/login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET /healthz HTTP/1.1\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET /healthz HTTP/1.1\nHost: a\n\n",
                "GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET /healthz?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /wall/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /live/harbour?topics=%z HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /healthz HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET /healthz\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003 and more\r\n\r\n"
            })
    void what_two_readers_may_understand_in_two_ways_is_refused_and_ends_the_connection(String sent)
            throws IOException {
        assertThat(all(hub, sent))
                .matches("(?s)HTTP/1\\.[01] 400 .*")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("connection: close")
                .doesNotContain(" 200 ");
    }

    @Test
    void an_address_or_a_head_that_is_too_long_is_said_so() throws IOException {
        assertThat(all(hub, request("GET /login?next=" + "a".repeat(5_000))))
                .contains(" 414 ", "problem+json", "longer than 4 KiB");
        assertThat(all(hub, request("GET /login", "X: " + "a".repeat(9_000))))
                .contains(" 431 ", "problem+json", "longer than 8 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/sites/harbour/release", "POST /api/v1/nothing", "PUT /login"})
    void who_waits_to_send_a_body_and_is_refused_is_told_that_the_connection_ends(String line) throws IOException {
        try (RawHttp raw = new RawHttp(hub)) {
            raw.say(request(line, "Content-Type: application/json", "Content-Length: 20", "Expect: 100-continue"));
            assertThat(raw.hearLine()).matches("HTTP/1.1 4\\d\\d .*");
            StringBuilder head = new StringBuilder();
            for (String one = raw.hearLine(); !one.isEmpty(); one = raw.hearLine()) {
                head.append(one).append('\n');
            }
            assertThat(head).containsIgnoringCase("connection: close");
        }
    }

    @Test
    void an_upgrade_to_clear_text_http_2_is_not_followed() throws IOException {
        try (RawHttp raw = new RawHttp(hub)) {
            raw.say(request(
                    "GET /healthz",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));
            assertThat(raw.hearLine()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static",
                "/_static",
                "/static/",
                "/static/%00.js",
                "/static/../../etc/passwd.txt",
                "/static/%2e%2e/%2e%2e/x.js",
                "/plans",
                "/plans/harbour",
                "/live",
                "/wall",
                "/a%00b"
            })
    void a_path_that_is_none_is_not_found(String path) throws IOException {
        assertThat(all(hub, request("GET " + path, "Connection: close"))).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/wall/harbour",
                "/energy/harbour",
                "/desk/harbour",
                "/plans/harbour/f1.svg",
                "/static/css/tokens.css",
                "/_static/lit/3.3.3/index.js",
                "/healthz",
                "/readyz",
                "/live/harbour",
                "/api/v1/openapi.json",
                "/api/v1/session",
                "/api/v1/sites",
                "/api/v1/sites/harbour",
                "/api/v1/sites/harbour/occupancy",
                "/api/v1/sites/harbour/nothing",
                "/api/v1/sites/harbour/access-events?limit=many",
                "/api/v1/sites/harbour/export/members"
            })
    void a_head_is_told_what_a_get_would_be(String path) {
        String token = hub.accounts.token(Role.ADMIN);
        for (List<String> headers : List.of(List.<String>of(), List.of("Cookie", "foyer=" + token))) {
            var get = hub.ask("GET", path, null, headers.toArray(String[]::new));
            var head = hub.ask("HEAD", path, null, headers.toArray(String[]::new));
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(new TreeMap<>(head.headers().map()))
                    .isEqualTo(new TreeMap<>(get.headers().map()));
            assertThat(head.headers().firstValue("Content-Length")).isPresent();
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void a_head_of_the_figures_is_answered() {
        assertThat(hub.ask("HEAD", "/metrics", null).status()).isEqualTo(200);
    }

    @Test
    void another_method_is_told_the_right_ones_everywhere() {
        assertThat(hub.ask("POST", "/login", "").header("Allow")).isEqualTo("GET, HEAD");
        assertThat(hub.ask("TRACE", "/static/css/tokens.css", null).status()).isEqualTo(405);
        assertThat(hub.ask("OPTIONS", "/api/v1/sites", null).header("Allow")).contains("GET", "HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz/", "/readyz/", "/login/", "/static/css/tokens.css", "/api/v1/openapi.json/"})
    void a_trailing_slash_makes_no_difference(String path) {
        assertThat(hub.ask("GET", path, null).status()).isEqualTo(200);
    }

    @Test
    void an_absolute_address_is_taken_as_a_proxy_writes_it() throws IOException {
        assertThat(all(hub, request("GET http://hub/healthz", "Connection: close")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void requests_behind_each_other_are_answered_in_their_order() throws IOException {
        String some = request("GET /healthz") + request("GET /static/css/tokens.css") + request("GET /api/v1/sites");
        String heard = all(hub, some.repeat(300) + request("GET /login", "Connection: close"));
        assertThat(heard.split("HTTP/1\\.1 200 ", -1)).hasSize(602);
        assertThat(heard.split("HTTP/1\\.1 401 ", -1)).hasSize(301);
        assertThat(heard).endsWith("</html>\n");
    }

    @Test
    void an_expectation_is_met_or_refused() throws IOException {
        try (RawHttp raw = new RawHttp(hub)) {
            raw.say(LOGIN + "Expect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
            assertThat(raw.hearLine()).startsWith("HTTP/1.1 100 ");
            assertThat(raw.say("{}").hearAll()).contains("HTTP/1.1 400 ");
        }
        assertThat(all(hub, LOGIN + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 417 ");
    }

    @Test
    void a_stranger_can_send_4_kib_and_nothing_of_a_form_is_read() throws IOException {
        assertThat(all(hub, LOGIN + "Content-Length: 4097\r\n\r\n" + " ".repeat(4_097)))
                .startsWith("HTTP/1.1 413 ");
        assertThat(hub.ask("POST", "/api/v1/login", "--x\r\n\r\n", "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_parameter_that_is_given_twice_is_told() {
        var reply = hub.get(Role.ADMIN, "/api/v1/sites/harbour/access-events?limit=1&limit=2");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path(0).path("field").asText()).isEqualTo("limit");
    }

    @Test
    void a_file_that_a_proxy_has_packed_is_known_again() {
        String tag = hub.ask("GET", "/static/css/tokens.css", null).header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", W/" + tag, "*")) {
            assertThat(hub.ask("GET", "/static/css/tokens.css", null, "If-None-Match", known)
                            .status())
                    .isEqualTo(304);
        }
        assertThat(hub.ask("GET", "/static/css/tokens.css", null, "Accept-Encoding", "gzip;q=0, br")
                        .header("Content-Encoding"))
                .isEmpty();
    }
}
