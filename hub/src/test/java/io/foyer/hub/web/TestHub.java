package io.foyer.hub.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.contract.ApiContract;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.web.api.SiteFiles;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.PublicAddress;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The people's edge on a real server and a free port, with everything behind it in memory. */
public final class TestHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whoever asks the API in another way than by {@link #ask} holds the answer to this. */
    public static final ApiContract CONTRACT = new ApiContract(Path.of("src/generated/web/openapi.json"));

    public final TestClock clock = new TestClock();
    public final TestSites sites = new TestSites();
    public final TestArchive archive = new TestArchive();
    public final TestAccounts accounts = new TestAccounts();
    public final Map<String, Path> plans = new ConcurrentHashMap<>();
    public final LiveFeed feed = new LiveFeed(sites, clock);
    public final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    public final Passwords passwords;
    public final HubSeal seal = new HubSeal(new byte[32]);
    public final CredentialRecognition recognition = CredentialRecognition.with(seal);
    public final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // its upgrade to HTTP/2 on a plain connection now and then fails
            .build();
    private final Vertx vertx = Vertx.vertx();

    public TestHub() {
        this(List.of());
    }

    public TestHub(List<ReadinessCheck> checks) {
        this(checks, Optional.empty());
    }

    public TestHub(List<ReadinessCheck> checks, Optional<KeyCertOptions> tls) {
        this(checks, tls, PublicAddress.direct(tls.isPresent()), 1_000);
    }

    public TestHub(
            List<ReadinessCheck> checks, Optional<KeyCertOptions> tls, PublicAddress address, int mostConnections) {
        passwords = new Passwords(vertx);
        WebParts parts = new WebParts(sites, archive, accounts, new Files(), feed, passwords, seal);
        WebServer web = new WebServer(
                new WebOptions("127.0.0.1", 0, tls, address, false, mostConnections), parts, checks, clock, metrics);
        await(vertx.deployVerticle(web));
        port = web.port();
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Files implements SiteFiles {
        @Override
        public Optional<String> published(String site) {
            SiteDefinition definition = sites.definition(site).orElseThrow();
            return Optional.of("""
                    {"site": "%s",
                     "zones": [{"id": "lounge", "capacity": 40, "hardLimit": true, "antiPassback": "soft"}],
                     "doors": [{"id": "front", "contact": true, "lockdownPass": ["staff"]}],
                     "devices": [{"id": "front-in", "kind": "reader", "door": "front"},
                                 {"id": "street", "kind": "line-counter", "from": "outside", "to": "lounge"},
                                 {"id": "desk-1", "kind": "presence", "zone": "lounge", "address": "0x17"},
                                 {"id": "dev-main", "kind": "meter", "meter": "main", "address": "4711"}],
                     "meters": [{"id": "main", "medium": "electricity", "zone": "house"}],
                     "plans": [{"id": "day", "zones": ["f1"], "price": 120}],
                     "schedules": [{"id": "staffed"}],
                     "tariffs": [{"id": "power", "medium": "electricity"}]}
                    """.formatted(definition.site()));
        }

        @Override
        public Optional<Path> plan(String site, String zone) {
            return Optional.ofNullable(plans.get(site + "/" + zone));
        }
    }

    /** An answer, and its body as JSON where it is some. */
    public record Reply(int status, HttpHeaders headers, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public URI live(String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    public HttpClient client() {
        return client;
    }

    /** Asks with headers given as name, value, name, value. */
    public Reply ask(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Reply reply = new Reply(answer.statusCode(), answer.headers(), answer.body());
            CONTRACT.check(method, path, reply.status(), reply.header("Content-Type"), reply.body());
            return reply;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    public Reply get(Role role, String path) {
        return ask("GET", path, null, "Authorization", "Bearer " + accounts.token(role));
    }

    public Reply put(Role role, String path, String body) {
        return ask(
                "PUT",
                path,
                body,
                "Authorization",
                "Bearer " + accounts.token(role),
                "Content-Type",
                "application/json");
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
