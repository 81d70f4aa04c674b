package io.foyer.hub;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.site.Feed;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole hub, wired: database, sites with their devices, pages. */
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long LONGEST_GOODBYE_S = 5;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final Settings settings;
    private final Path folder;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<@Nullable Sites> sites = new AtomicReference<>();
    private Optional<KeyCertOptions> tls = Optional.empty();
    private @Nullable Database database;
    private @Nullable Web web;
    private @Nullable Core core;
    private @Nullable LocalDoor localDoor;

    /** The ports that somebody who started the hub wants to know. */
    public record Ready(int http, int mqtt, Optional<Integer> mqttWs, Optional<Integer> mqtts) {}

    public Hub(Settings settings, Path folder, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Starts everything; succeeds when devices and people can come. Fails with a message for people.
     *
     * @param generatedPassword is told the new password of the account {@code admin} as soon as it is stored: nobody
     *     can tell it again, even if the start fails after that
     */
    public Future<Ready> start(List<Premises> premises, Consumer<String> generatedPassword) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmGcMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        Passwords passwords = new Passwords(vertx);
        return Database.open(vertx, settings.database()).compose(opened -> {
            database = opened;
            opened.watch(metrics);
            vertx.setPeriodic(DAY_MS, id -> opened.housekeep(clock.instant())
                    .onFailure(e -> LOG.warn("The daily housekeeping failed: {}", e.toString())));
            return FirstAdmin.ensure(
                            opened.accounts(),
                            passwords,
                            settings.adminPassword().orElse(null),
                            clock.instant())
                    .compose(generated -> {
                        generated.ifPresent(generatedPassword);
                        return readCertificate();
                    })
                    .compose(read -> opened.secret())
                    .compose(secret -> start(opened, passwords, new Seal(secret), premises));
        });
    }

    private Future<Void> readCertificate() {
        return settings.tls()
                .map(files -> Certificate.watched(vertx, files, Certificate.MILLIS_BETWEEN_LOOKS)
                        .<Void>map(key -> {
                            tls = Optional.of(key);
                            return null;
                        }))
                .orElseGet(Future::succeededFuture);
    }

    private Future<Ready> start(Database opened, Passwords passwords, Seal seal, List<Premises> premises) {
        Core made = new Core(
                settings,
                tls,
                premises,
                this::readFiles,
                opened,
                clock,
                metrics,
                Recognition.with(seal),
                known -> show(opened, passwords, seal, known));
        core = made;
        return vertx.deployVerticle(made)
                .recover(cause -> Future.failedFuture(TakenPort.told(cause, TakenPort.ofDevices(settings))))
                .compose(deployed -> made.ports())
                .compose(ports -> LocalDoor.open(
                                vertx, settings, folder, opened.accounts(), new Tokens(seal), port(), clock)
                        .map(door -> {
                            localDoor = door;
                            return new Ready(port(), ports.mqtt(), ports.webSocket(), ports.tls());
                        }));
    }

    private List<Premises> readFiles() {
        return Configuration.read(folder, settings.refusesPlainPasswords());
    }

    /** The pages come up before the sites do, so that the hub can be asked how far it is. */
    private Future<Feed> show(Database opened, Passwords passwords, Seal seal, Sites known) {
        sites.set(known);
        LiveFeed feed = new LiveFeed(known, clock);
        Parts parts = new Parts(known, opened.archive(), opened.accounts(), new Files(known), feed, passwords, seal);
        WebOptions options = new WebOptions(settings.httpHost(), settings.httpPort(), tls, settings.address());
        List<Check> checks = List.of(
                new Check("database", () -> Future.succeededFuture(opened.isUp() && known.isDurable())),
                new Check("sites", () -> Future.succeededFuture(!known.houses().isEmpty())),
                new Check(
                        "mqtt",
                        () -> Future.succeededFuture(
                                core != null && core.ports().succeeded())));
        Web made = new Web(options, parts, checks, clock, metrics);
        web = made;
        return vertx.deployVerticle(made)
                .recover(cause ->
                        Future.failedFuture(TakenPort.told(cause, List.of("http.port " + settings.httpPort()))))
                .map(feed);
    }

    /** What the site files hold for people to see. */
    private record Files(Sites known) implements SiteFiles {
        @Override
        public Optional<String> published(String site) {
            return known.premises(site).map(Premises::published);
        }

        @Override
        public Optional<Path> plan(String site, String zone) {
            return known.premises(site).map(one -> one.drawings().get(zone));
        }
    }

    private int port() {
        return web == null ? 0 : web.port();
    }

    /** Ends everything in order: what was heard is made durable first, if the database lets it. */
    public Future<Void> stop() {
        Sites known = sites.get();
        Future<Void> said = core == null ? Future.succeededFuture() : core.hangUp();
        return said.transform(hungUp -> known == null
                        ? Future.<Void>succeededFuture()
                        : known.settled().timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS))
                .transform(settled -> localDoor == null
                        ? Future.<Void>succeededFuture()
                        : localDoor.close().timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS))
                .transform(closed -> database == null ? Future.<Void>succeededFuture() : database.close())
                .transform(closed -> vertx.close());
    }
}
