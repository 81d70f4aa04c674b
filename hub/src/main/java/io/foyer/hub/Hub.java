package io.foyer.hub;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.mqtt.Edge;
import io.foyer.hub.mqtt.Edge.Listener;
import io.foyer.hub.site.LoopContext;
import io.foyer.hub.site.Premises;
import io.foyer.hub.site.Recognition;
import io.foyer.hub.site.Seal;
import io.foyer.hub.site.Sites;
import io.foyer.hub.store.Database;
import io.foyer.hub.web.Check;
import io.foyer.hub.web.Parts;
import io.foyer.hub.web.Web;
import io.foyer.hub.web.WebOptions;
import io.foyer.hub.web.api.SiteFiles;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.FirstAdmin;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.Tokens;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole hub: database, sites with their devices, pages. It starts once and stops once. */
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long LONGEST_GOODBYE_S = 5;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final Settings settings;
    private final Path folder;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // The thread that stops the hub is another than the one that starts it, and may come while that one is at work.
    private volatile @Nullable Database database;
    private volatile @Nullable LoopContext loop;
    private volatile @Nullable Sites sites;
    private volatile @Nullable Edge edge;
    private volatile @Nullable LocalDoor localDoor;
    private volatile boolean isListening;

    /** The ports that somebody who started the hub wants to know. */
    public record Ready(int http, int mqtt, Optional<Integer> mqttWs, Optional<Integer> mqtts) {}

    public Hub(Settings settings, Path folder, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Starts everything, and returns when devices and people can come; must not be called on an event loop. Throws what
     * went wrong, with a message for people.
     *
     * @param generatedPassword is told the new password of the account {@code admin} as soon as it is stored: nobody
     *     can tell it again, even if the start fails after that
     */
    public Ready start(List<Premises> premises, Consumer<String> generatedPassword) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmGcMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);

        Database opened = Database.open(vertx, settings.database()).await();
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
        Seal seal = new Seal(opened.secret().await());

        LoopContext owner = LoopContext.start(vertx).await();
        loop = owner;
        Recognition recognition = Recognition.with(seal);
        Sites made = owner.call(() -> opened.journal()
                        .map(journal -> new Sites(vertx, owner, journal, clock, metrics, this::readFiles, recognition)))
                .await();
        sites = made;
        Edge devices = owner.call(() -> Future.succeededFuture(new Edge(vertx, made, clock, metrics)))
                .await();
        edge = devices;

        // The pages come up before the sites do, so that people can ask the hub how far it is.
        LiveFeed feed = new LiveFeed(made, clock);
        Parts parts = new Parts(made, opened.archive(), opened.accounts(), new Files(made), feed, passwords, seal);
        int http = showPages(parts, tls, checks(opened, made));

        owner.call(() -> made.start(premises, devices.devices(), feed)).await();
        Ready ready = listen(owner, devices, http, tls);
        isListening = true;

        localDoor = LocalDoor.open(vertx, settings, folder, opened.accounts(), new Tokens(seal), http, clock)
                .await();
        return ready;
    }

    private List<Premises> readFiles() {
        return Configuration.read(folder, settings.refusesPlainPasswords());
    }

    private List<Check> checks(Database opened, Sites made) {
        return List.of(
                new Check("database", () -> Future.succeededFuture(opened.isUp() && made.isDurable())),
                new Check("sites", () -> Future.succeededFuture(!made.houses().isEmpty())),
                new Check("mqtt", () -> Future.succeededFuture(isListening)));
    }

    private int showPages(Parts parts, Optional<KeyCertOptions> tls, List<Check> checks) {
        WebOptions options = new WebOptions(settings.httpHost(), settings.httpPort(), tls, settings.address());
        Web web = new Web(options, parts, checks, clock, metrics);
        return vertx.deployVerticle(web)
                .recover(TakenPort.namedBy("http.port " + settings.httpPort()))
                .map(deployed -> web.port())
                .await();
    }

    private Ready listen(LoopContext owner, Edge devices, int http, Optional<KeyCertOptions> tls) {
        String plain = settings.plainMqttHost();
        Optional<Integer> webSocket = Optional.of(settings.mqttWsPort()).filter(port -> port >= 0);
        return new Ready(
                http,
                listen(owner, devices, "mqtt.port", new Listener(plain, settings.mqttPort(), false, Optional.empty())),
                webSocket.map(port ->
                        listen(owner, devices, "mqtt.ws.port", new Listener(plain, port, true, Optional.empty()))),
                tls.map(key -> listen(
                        owner,
                        devices,
                        "mqtts.port",
                        new Listener(settings.mqttHost(), settings.mqttsPort(), false, tls))));
    }

    private static int listen(LoopContext owner, Edge devices, String setting, Listener listener) {
        return owner.call(() -> devices.listen(listener))
                .recover(TakenPort.namedBy(setting + " " + listener.port()))
                .await();
    }

    /** What the site files hold for people to see. */
    private record Files(Sites sites) implements SiteFiles {
        @Override
        public Optional<String> published(String site) {
            return sites.premises(site).map(Premises::published);
        }

        @Override
        public Optional<Path> plan(String site, String zone) {
            return sites.premises(site).map(one -> one.drawings().get(zone));
        }
    }

    /** Ends everything in order: what was heard is made durable first, if the database lets it. */
    public Future<Void> stop() {
        LoopContext owner = loop;
        Edge devices = edge;
        Sites open = sites;
        LocalDoor door = localDoor;
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
