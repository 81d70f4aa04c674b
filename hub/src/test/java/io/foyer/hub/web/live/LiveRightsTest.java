package io.foyer.hub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRightsTest {
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Watcher watch(Role role, String topics) {
        return Watcher.of(hub, "/live/harbour?topics=" + topics, hub.accounts.token(role));
    }

    @Test
    void a_wall_gets_counts_and_no_names() {
        hub.feed.show("harbour", Shown.swipe("s-1"));
        hub.feed.show("harbour", Shown.count("lounge", 1));
        Watcher wall = watch(Role.WALL, "occupancy");
        assertThat(wall.any().toString()).doesNotContain("li\"").doesNotContain("04A2");
        for (String topic : List.of("energy", "doors", "alarms", "events", "occupancy,events")) {
            assertThat(watch(Role.WALL, topic).closeCode()).as(topic).isEqualTo(4403);
        }
        for (String topic : List.of("doors", "events")) {
            assertThat(watch(Role.ENERGY, topic).closeCode()).as(topic).isEqualTo(4403);
        }
        assertThat(watch(Role.ENERGY, "energy,alarms").any().path("type").asText())
                .isEqualTo("snapshot");
    }

    @Test
    void a_lockdown_is_told_to_viewers_of_every_topic_without_who_and_why() {
        Watcher wall = watch(Role.WALL, "occupancy");
        Watcher energy = watch(Role.ENERGY, "energy");
        assertThat(wall.any().path("lockdown").asBoolean(true)).isFalse();
        energy.any();

        hub.feed.show("harbour", Shown.lockdown(true));
        for (Watcher viewer : List.of(wall, energy)) {
            JsonNode delta = viewer.next();
            assertThat(delta.properties())
                    .extracting(each -> each.getKey())
                    .containsExactly("type", "seq", "at", "lockdown");
            assertThat(delta.path("lockdown").asBoolean()).isTrue();
        }
        assertThat(watch(Role.WALL, "occupancy").any().path("lockdown").asBoolean())
                .isTrue();
        hub.feed.show("harbour", Shown.lockdown(false));
        assertThat(wall.next().path("lockdown").asBoolean(true)).isFalse();
    }

    @Test
    void without_right_or_reason_a_viewer_is_shown_out() {
        assertThat(Watcher.of(hub, "/live/harbour?topics=occupancy", null).closeCode())
                .isEqualTo(4401);
        assertThat(Watcher.of(hub, "/live/harbour?topics=occupancy", "x".repeat(43))
                        .closeCode())
                .isEqualTo(4401);
        assertThat(watch(Role.ADMIN, "weather").closeCode()).isEqualTo(4400);
        assertThat(watch(Role.ADMIN, "occupancy&since=yesterday").closeCode()).isEqualTo(4400);
        String token = hub.accounts.token(Role.WALL, "harbour");
        assertThat(Watcher.of(hub, "/live/other?topics=occupancy", token).closeCode())
                .isEqualTo(4403);
        String admin = hub.accounts.token(Role.ADMIN);
        assertThat(Watcher.of(hub, "/live/nowhere?topics=occupancy", admin).closeCode())
                .isEqualTo(4404);
    }

    @Test
    void the_sub_protocol_is_agreed_and_the_cookie_speaks_too() {
        String token = hub.accounts.token(Role.WALL);
        Watcher viewer = Watcher.of(hub, "/live/harbour?topics=occupancy", token);
        assertThat(viewer.socket.getSubprotocol()).isEqualTo("foyer.v1");
        var cookie = hub.client().newWebSocketBuilder().header("Cookie", "foyer=" + token);
        var url = hub.live("/live/harbour?topics=occupancy");
        assertThat(cookie.buildAsync(url, new WebSocket.Listener() {}).join().isInputClosed())
                .isFalse();
        Assertions.assertThatThrownBy(() -> hub.client()
                        .newWebSocketBuilder()
                        .header("Cookie", "foyer=" + token)
                        .header("Origin", "https://evil.example")
                        .buildAsync(url, new WebSocket.Listener() {})
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void a_session_that_ends_ends_the_feed() {
        String token = hub.accounts.token("li", Role.DESK, hub.clock.instant().plusSeconds(3_600));
        Watcher loggedOut = Watcher.of(hub, "/live/harbour?topics=occupancy", token);
        loggedOut.any();
        hub.ask("POST", "/api/v1/logout", null, "Authorization", "Bearer " + token);
        assertThat(loggedOut.closeCode()).isEqualTo(4401);

        String short1 = hub.accounts.token("wu", Role.DESK, hub.clock.instant().plusSeconds(60));
        Watcher over = Watcher.of(hub, "/live/harbour?topics=occupancy", short1);
        over.any();
        hub.clock.pass(Duration.ofSeconds(60));
        assertThat(over.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_session_that_was_revoked_elsewhere_is_noticed() {
        String token = hub.accounts.token(Role.DESK);
        Watcher viewer = Watcher.of(hub, "/live/harbour?topics=occupancy", token);
        viewer.any();
        hub.accounts.revoke(token);
        hub.clock.pass(Duration.ofSeconds(6));
        assertThat(viewer.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_refused_viewer_that_does_not_say_goodbye_is_let_go() throws Exception {
        try (var viewer = new Socket("127.0.0.1", hub.port)) {
            viewer.getOutputStream().write("""
                    GET /live/harbour HTTP/1.1\r
                    Host: a\r
                    Authorization: Bearer none\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            viewer.setSoTimeout(60_000);
            String heard = "";
            while (!heard.endsWith("no session")) {
                heard += (char) viewer.getInputStream().read();
            }
            hub.clock.pass(Duration.ofSeconds(11));
            assertThat(viewer.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void blanks_between_topics_are_no_part_of_them() {
        String token = hub.accounts.token(Role.ADMIN);
        for (String topics : List.of("occupancy,%20energy", "%20doors", "", "+occupancy+,alarms")) {
            Watcher viewer = Watcher.of(hub, "/live/harbour/?topics=" + topics, token);
            assertThat(viewer.any().path("type").asText()).isEqualTo("snapshot");
        }
    }
}
