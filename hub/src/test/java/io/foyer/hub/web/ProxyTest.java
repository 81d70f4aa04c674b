package io.foyer.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.login.PublicAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Behind a proxy that people reach as https://house.example/foyer. */
class ProxyTest {
    private static TestHub hub;

    @BeforeAll
    static void start() {
        PublicAddress address = PublicAddress.of("https://house.example/foyer").orElseThrow();
        hub = new TestHub(List.of(), Optional.empty(), address, 1_000);
        hub.accounts.accounts.put(
                "ann", new Account("ann", TestHub.await(hub.passwords.hash("open sesame")), Role.DESK, Set.of()));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static TestHub.Reply logIn(String password, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return hub.ask("POST", "/api/v1/login", "{\"user\": \"ann\", \"password\": \"" + password + "\"}", all);
    }

    @Test
    void a_page_of_the_public_address_is_our_own_and_its_cookie_goes_by_https_below_it() {
        var reply = logIn("open sesame", "Origin", "https://HOUSE.example:443");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie")).contains("; Path=/foyer/;").endsWith("; Secure");
        assertThat(reply.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(logIn("open sesame", "Origin", "https://other.example").status())
                .isEqualTo(403);
        assertThat(logIn("open sesame", "Origin", "null").status()).isEqualTo(403);
    }

    @Test
    void the_hubs_own_address_goes_on_being_one() {
        assertThat(logIn("open sesame", "Origin", "http://127.0.0.1:" + hub.port)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void links_begin_with_the_public_path() {
        var reply = hub.ask("GET", "/wall/harbour?lang=en", null);
        assertThat(reply.header("Location")).isEqualTo("/foyer/login?next=%2Ffoyer%2Fwall%2Fharbour%3Flang%3Den");
        assertThat(hub.ask("GET", "/login", null).body())
                .contains("src=\"/foyer/static/login/login-page.js\"", "\"/foyer/_static/lit/")
                .doesNotContain("\"/static", "\"/_static");
    }

    @Test
    void the_address_that_counts_is_the_one_that_the_proxy_saw() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(WebServer.class);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        log.addAppender(written);
        String two = "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nX-Forwarded-For: %s\r\n\r\n";
        RawHttp.all(hub, two.formatted("10.0.0.1, 192.0.2.7"));
        RawHttp.all(hub, two.formatted("not an address"));
        try (TestHub direct = new TestHub()) {
            RawHttp.all(direct, two.formatted("192.0.2.8"));
        }
        log.detachAppender(written);
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.startsWith("refused a request: "))
                .map(line -> line.split(": ", -1)[1])
                .containsExactly("192.0.2.7", "127.0.0.1", "127.0.0.1");
    }
}
