package io.foyer.hub;

import io.foyer.hub.mqtt.Edge;
import io.foyer.hub.mqtt.Edge.Listener;
import io.foyer.hub.site.Feed;
import io.foyer.hub.site.Premises;
import io.foyer.hub.site.Recognition;
import io.foyer.hub.site.Sites;
import io.foyer.hub.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.KeyCertOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one event loop that owns the sites, the devices' connections and the journal's. */
final class Core extends VerticleBase {
    private final Settings settings;
    private final Optional<KeyCertOptions> tls;
    private final List<Premises> premises;
    private final Supplier<List<Premises>> files;
    private final Database database;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Recognition recognition;
    private final Function<Sites, Future<Feed>> viewers;
    private final Promise<Ports> listening = Promise.promise();
    private @Nullable Edge edge;

    /** The ports that are really listened on; empty where one is off. */
    record Ports(int mqtt, Optional<Integer> webSocket, Optional<Integer> tls) {}

    /**
     * The loop, not yet started.
     *
     * @param viewers called with the sites before they start: whoever is to be shown what changes
     */
    Core(
            Settings settings,
            Optional<KeyCertOptions> tls,
            List<Premises> premises,
            Supplier<List<Premises>> files,
            Database database,
            Clock clock,
            MeterRegistry metrics,
            Recognition recognition,
            Function<Sites, Future<Feed>> viewers) {
        this.settings = settings;
        this.tls = tls;
        this.premises = premises;
        this.files = files;
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
        this.recognition = recognition;
        this.viewers = viewers;
    }

    @Override
    public Future<?> start() {
        return database.journal().compose(journal -> {
            Sites sites = new Sites(vertx, journal, clock, metrics, files, recognition);
            Edge made = new Edge(vertx, sites, clock, metrics);
            edge = made;
            return viewers.apply(sites)
                    .compose(feed -> sites.start(premises, made, feed))
                    .compose(started -> listen(made));
        });
    }

    private Future<Void> listen(Edge edge) {
        Future<Integer> mqtt =
                edge.listen(new Listener(settings.plainMqttHost(), settings.mqttPort(), false, Optional.empty()));
        Future<Optional<Integer>> webSocket = settings.mqttWsPort() < 0
                ? Future.succeededFuture(Optional.empty())
                : edge.listen(new Listener(settings.plainMqttHost(), settings.mqttWsPort(), true, Optional.empty()))
                        .map(Optional::of);
        Future<Optional<Integer>> mqtts = tls.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : edge.listen(new Listener(settings.mqttHost(), settings.mqttsPort(), false, tls))
                        .map(Optional::of);
        return Future.all(mqtt, webSocket, mqtts)
                .onSuccess(all -> listening.complete(new Ports(mqtt.result(), webSocket.result(), mqtts.result())))
                .mapEmpty();
    }

    /** Takes no more from devices. */
    Future<Void> hangUp() {
        return Future.future(promise -> context.runOnContext(
                turn -> (edge == null ? Future.<Void>succeededFuture() : edge.close()).onComplete(promise)));
    }

    /** Known when it has started. */
    Future<Ports> ports() {
        return listening.future();
    }
}
