package io.foyer.hub.web;

import static io.foyer.hub.web.RawHttp.all;
import static io.foyer.hub.web.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.foyer.hub.web.login.PublicAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Many strangers at once, slow ones and such as send anything at all: nobody else is to notice. */
class CrowdTest {
    private static final String SLOW_BODY =
            "POST /api/v1/login HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";

    private static final List<String> ANYTHING = List.of(
            request("GET /static", "Connection: close"),
            request("GET /nowhere", "Connection: close"),
            request("GET /wall/%zz"),
            request("POST /api/v1/login", "Content-Type: application/json", "Transfer-Encoding: chunked")
                    + "zz\r\n{}\r\n",
            request("GET /healthz", "Transfer-Encoding: chunked") + "zz\r\n",
            request("GET /live/harbour", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"),
            request("GET /live/harbour", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 99"),
            request("GET /nowhere", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"),
            request("POST /api/v1/login", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 6")
                    + "%zz=%%",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001 garbage\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            SLOW_BODY);

    private static TestHub hub(int mostConnections) {
        return new TestHub(List.of(), Optional.empty(), PublicAddress.direct(false), mostConnections);
    }

    @Test
    void slow_bodies_heads_and_silent_connections_hurt_nobody_and_end_in_time() throws IOException {
        try (TestHub hub = hub(1_000)) {
            List<RawHttp> slow = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                slow.add(new RawHttp(hub).say(SLOW_BODY));
                slow.add(new RawHttp(hub).say("GET /healthz HTTP/1.1\r\nHo"));
                slow.add(new RawHttp(hub));
            }
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
            hub.clock.pass(Duration.ofSeconds(29));
            for (int i = 0; i < slow.size(); i += 3) {
                slow.get(i).say(" "); // a byte now and then gains no time
            }
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
            hub.clock.pass(Duration.ofSeconds(2));
            for (RawHttp raw : slow) {
                assertThat(raw.hearAll()).isEmpty();
                raw.close();
            }
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
            assertThat(hub.ask("GET", "/metrics", null).body()).contains("foyer_http_cut_total{cause=\"late\"} 600");
        }
    }

    @Test
    void who_has_kept_us_waiting_longest_goes_when_there_is_no_room() throws IOException {
        try (TestHub hub = hub(20)) {
            List<RawHttp> silent = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                silent.add(new RawHttp(hub));
            }
            assertThat(all(hub, request("GET /healthz", "Connection: close"))).startsWith("HTTP/1.1 200 ");
            for (RawHttp raw : silent.subList(0, 40)) {
                assertThat(raw.hearAll()).isEmpty();
            }
            for (RawHttp raw : silent) {
                raw.close();
            }
        }
    }

    @Test
    void whatever_comes_nothing_answers_500_and_the_log_stays_small_and_says_who() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        root.addAppender(written);
        try (TestHub hub = hub(1_000)) {
            for (String sent : ANYTHING) {
                if (!sent.equals(SLOW_BODY)) {
                    try (RawHttp raw = new RawHttp(hub).say(sent)) {
                        assertThat(raw.hearLine()).as(sent).doesNotContain(" 500 ");
                    }
                }
                for (int i = 0; i < 100; i++) {
                    try (RawHttp raw = new RawHttp(hub)) {
                        raw.say(sent);
                    }
                }
            }
            assertThat(hub.ask("GET", "/healthz", null).status()).isEqualTo(200);
        } finally {
            root.detachAppender(written);
        }
        List<ILoggingEvent> events = List.copyOf(written.list);
        assertThat(events.stream().mapToInt(CrowdTest::length).sum()).isLessThan(4_000);
        assertThat(events)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("refused a request: 127.0.0.1: "));
    }

    private static int length(ILoggingEvent event) {
        IThrowableProxy fault = event.getThrowableProxy();
        return event.getFormattedMessage().length()
                + (fault == null ? 0 : ThrowableProxyUtil.asString(fault).length());
    }
}
