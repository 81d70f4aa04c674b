package io.foyer.hub;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.mqtt.DeviceEdge;
import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.EventLoop;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.site.SiteSetup;
import io.foyer.hub.site.Sites;
import io.foyer.hub.store.Database;
import io.foyer.hub.web.ReadinessCheck;
import io.foyer.hub.web.WebOptions;
import io.foyer.hub.web.WebParts;
import io.foyer.hub.web.WebServer;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.FirstAdmin;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.SessionTokens;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole hub: database, sites with their devices, pages. A hub starts once and stops once. */
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long LONGEST_GOODBYE_S = 5;

    private final Vertx vertx = Vertx.vertx();
    private final HubClock clock;
    private final Settings settings;
    private final Path folder;
    private final PrometheusMeterRegistry metrics = HubMetrics.registry();
    // One thread starts the hub and another stops it, perhaps while the start still runs.
    private volatile @Nullable Database database;
    private volatile @Nullable EventLoop loop;
    private volatile @Nullable Sites sites;
    private volatile @Nullable DeviceEdge edge;
    private volatile @Nullable LocalAccess localAccess;
    private volatile boolean isListening;

    /** The ports that the hub listens on, for the person who started it. */
    public record Addresses(int http, int mqtt, Optional<Integer> mqttWs, Optional<Integer> mqtts) {}

    public Hub(Settings settings, Path folder, HubClock clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Starts everything, and returns when devices and people can connect. Must not run on an event loop. Throws any
     * failure, with a message for people.
     *
     * @param generatedPassword gets the new password of the account {@code admin} as soon as the store has it. Nobody
     *     can read the password later, even if the start fails after that
     */
    public Addresses start(List<SiteSetup> setups, Consumer<String> generatedPassword) {
        Database opened = Database.open(vertx, settings.database(), clock).await();
        database = opened;
        opened.watch(metrics);
        vertx.setPeriodic(DAY_MS, id -> opened.housekeep(clock.instant())
                .onFailure(e -> LOG.warn("The daily housekeeping failed: {}", e.toString())));

        Passwords passwords = new Passwords(vertx);
        FirstAdmin.ensure(opened.accounts(), passwords, settings.adminPassword().orElse(null), clock.instant())
                .await()
                .ifPresent(generatedPassword);
        Optional<KeyCertOptions> tls = settings.tls()
                .map(files -> Certificate.watched(vertx, files, Certificate.MILLIS_BETWEEN_LOOKS)
                        .await());
        HubSeal seal = new HubSeal(opened.secret().await());

        EventLoop owner = EventLoop.start(vertx).await();
        loop = owner;
        CredentialRecognition recognition = CredentialRecognition.with(seal);
        Sites made = owner.call(() -> opened.journal()
                        .map(journal -> new Sites(owner, journal, clock, metrics, this::readFiles, recognition)))
                .await();
        sites = made;
        DeviceEdge devices = owner.call(() -> Future.succeededFuture(new DeviceEdge(vertx, made, clock, metrics)))
                .await();
        edge = devices;

        // The pages start before the sites, so that people can see how far the start is.
        LiveFeed feed = new LiveFeed(made, clock);
        WebParts parts = new WebParts(
                made, opened.archive(), opened.accounts(), new PublishedFiles(made), feed, passwords, seal);
        int http = showPages(parts, tls, checks(opened, made));

        owner.call(() -> made.start(setups, devices.devices(), feed)).await();
        Addresses ready = new DevicePorts(settings, owner, devices).open(http, tls);
        isListening = true;

        localAccess = LocalAccess.open(vertx, settings, folder, opened.accounts(), new SessionTokens(seal), http, clock)
                .await();
        return ready;
    }

    private List<SiteSetup> readFiles() {
        return Configuration.read(folder, settings.refusesPlainPasswords());
    }

    private List<ReadinessCheck> checks(Database opened, Sites made) {
        return List.of(
                new ReadinessCheck("database", () -> Future.succeededFuture(opened.isUp() && made.isDurable())),
                new ReadinessCheck(
                        "sites",
                        () -> Future.succeededFuture(!made.definitions().isEmpty())),
                new ReadinessCheck("mqtt", () -> Future.succeededFuture(isListening)));
    }

    private int showPages(WebParts parts, Optional<KeyCertOptions> tls, List<ReadinessCheck> checks) {
        WebOptions options =
                new WebOptions(settings.httpHost(), settings.httpPort(), tls, settings.address(), clock.isDemo());
        WebServer web = new WebServer(options, parts, checks, clock, metrics);
        return vertx.deployVerticle(web)
                .recover(PortFault.namedBy("http.port " + settings.httpPort()))
                .map(deployed -> web.port())
                .await();
    }

    /** Stops everything in order. The hub first makes durable what it has heard, if the database takes it. */
    public Future<Void> stop() {
        EventLoop owner = loop;
        DeviceEdge devices = edge;
        Sites open = sites;
        LocalAccess door = localAccess;
        Database opened = database;
        return (owner == null || devices == null ? Future.<Void>succeededFuture() : owner.call(devices::close))
                .transform(hungUp -> open == null
                        ? Future.<Void>succeededFuture()
                        : open.settled().timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS))
                .transform(settled -> door == null
                        ? Future.<Void>succeededFuture()
                        : door.close().timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS))
                .transform(closed -> opened == null ? Future.<Void>succeededFuture() : opened.close())
                .transform(closed -> vertx.close());
    }
}
