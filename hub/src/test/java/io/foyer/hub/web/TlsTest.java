package io.foyer.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.TestCertificate;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @Test
    void under_tls_the_cookie_goes_no_other_way_and_both_http_versions_and_the_feed_are_served(@TempDir Path folder)
            throws Exception {
        KeyCertOptions tls = TestCertificate.make(folder, "hub");
        try (TestHub hub = new TestHub(List.of(), Optional.of(tls))) {
            String hash = TestHub.await(hub.passwords.hash("open sesame"));
            hub.accounts.accounts.put("admin", new Account("admin", hash, Role.ADMIN, Set.of()));
            Vertx vertx = Vertx.vertx();
            for (HttpVersion version : List.of(HttpVersion.HTTP_1_1, HttpVersion.HTTP_2)) {
                var client = vertx.createHttpClient(new HttpClientOptions()
                        .setSsl(true)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setUseAlpn(true)
                        .setProtocolVersion(version));
                var login = new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("127.0.0.1")
                        .setPort(hub.port)
                        .setURI("/api/v1/login")
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Origin", "https://127.0.0.1:" + hub.port);
                var reply = TestHub.await(client.request(login)
                        .compose(request ->
                                request.send(Buffer.buffer("{\"user\": \"admin\", \"password\": \"open sesame\"}"))));
                assertThat(reply.version()).isEqualTo(version);
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.getHeader("Set-Cookie")).endsWith("; Secure");
            }
            var sockets = vertx.createWebSocketClient(
                    new WebSocketClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false));
            Promise<String> told = Promise.promise();
            var viewer = sockets.webSocket().textMessageHandler(told::tryComplete);
            TestHub.await(viewer.connect(new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(hub.port)
                    .setURI("/live/harbour?topics=occupancy")
                    .putHeader("Cookie", "foyer=" + hub.accounts.token(Role.WALL))
                    .putHeader("Origin", "https://127.0.0.1:" + hub.port)));
            assertThat(TestHub.await(told.future())).startsWith("{\"type\":\"snapshot\"");
            TestHub.await(vertx.close());
        }
    }
}
