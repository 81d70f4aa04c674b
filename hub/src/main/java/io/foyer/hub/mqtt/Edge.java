package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Ending;
import io.foyer.hub.domain.Order;
import io.foyer.hub.domain.house.Code;
import io.foyer.hub.site.Devices;
import io.foyer.hub.site.Known;
import io.foyer.hub.site.Secrets;
import io.foyer.hub.site.Sites;
import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where devices log in: MQTT over TCP, TLS and WebSocket, all on the loop that owns the sites. */
public final class Edge implements Devices {
    /** A larger packet ends its connection. */
    static final int MOST_PACKET_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final long SWEEP_MS = 5_000;

    private final Vertx vertx;
    private final Sites sites;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Pressure pressure;
    private final SlowLog log;
    private final Threshold threshold;
    private final Map<String, Session> sessions = new HashMap<>();
    /** By kind: looking a meter up by its tags costs more than a message may. */
    private final Map<String, Counter> taken = new HashMap<>();

    private final List<Port> ports = new ArrayList<>();
    private final Hearing hearing;
    private boolean closing;

    public Edge(Vertx vertx, Sites sites, Clock clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.sites = sites;
        this.clock = clock;
        this.metrics = metrics;
        this.pressure = new Pressure(metrics);
        this.log = new SlowLog(LOG, clock);
        this.threshold = new Threshold(vertx, clock, metrics, LOG);
        metrics.gauge("foyer.mqtt.connections", sessions, Map::size);
        this.hearing = new Hearing(sites, sessions, clock, log, metrics);
        vertx.setPeriodic(SWEEP_MS, id -> {
            hearing.sweep();
            log.settle();
        });
    }

    /**
     * Where to listen.
     *
     * @param port 0 is any free one
     * @param tls the key with its certificate, or empty for plain TCP
     */
    public record Listener(String host, int port, boolean webSocket, Optional<KeyCertOptions> tls) {}

    /** Listens; the future gives the port that it really is. Must be called on the sites' loop. */
    public Future<Integer> listen(Listener listener) {
        Port port = new Port(vertx, listener, threshold, this::login);
        ports.add(port);
        return port.listen();
    }

    /** Stops listening and ends every connection. */
    public Future<Void> close() {
        closing = true;
        List.copyOf(sessions.values())
                .forEach(session -> session.hangUp(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
        return Future.join(ports.stream().map(Port::close).toList()).mapEmpty();
    }

    private void login(MqttEndpoint endpoint, Pipe pipe) {
        if (closing) {
            Refusal.CLOSING.answer(endpoint, pipe);
            return;
        }
        Known known = authenticated(endpoint, pipe);
        if (known == null) {
            metrics.counter("foyer.mqtt.logins", "outcome", "refused").increment();
            String why = "client id and user name must be a device id of a site file, with its password, and not "
                    + endpoint.clientIdentifier();
            threshold.log().warn("login refused", pipe.address(), why);
            Refusal.NO_DEVICE.answer(endpoint, pipe);
            return;
        }
        MqttConnectReturnCode unfit = isMqtt5(endpoint) ? Limits.refusal(endpoint.connectProperties()) : null;
        if (unfit != null) {
            log.warn("login refused", known.id(), unfit.toString());
            Refusal.answer(endpoint, pipe, unfit);
            return;
        }
        if (endpoint.will().isWillFlag() && !mayWill(known, endpoint.will().getWillTopic())) {
            log.warn("login refused", known.id(), "its last will is for a topic that is not its own");
            Refusal.FORBIDDEN.answer(endpoint, pipe);
            return;
        }
        Pressure.Share share = pressure.connection(known.device());
        if (share == null) {
            log.warn("login refused", known.id(), "too much of it waits for the database already");
            Refusal.BUSY.answer(endpoint, pipe);
            return;
        }
        metrics.counter("foyer.mqtt.logins", "outcome", "accepted").increment();
        Session session = new Session(endpoint, pipe, known, this, share);
        Session before = sessions.put(known.id(), session);
        if (before != null) {
            before.hangUp(
                    "taken over",
                    "the same client id has logged in from " + pipe.address(),
                    MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        session.open();
        hearing.changed(known.id());
        sites.connected(known, () -> share.release(1));
    }

    /** The two versions of MQTT have different numbers for the same refusal. */
    static boolean isMqtt5(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() >= 5;
    }

    private @Nullable Known authenticated(MqttEndpoint endpoint, Pipe pipe) {
        if (endpoint.auth() == null) {
            return null;
        }
        String name = endpoint.auth().getUsername();
        if (endpoint.clientIdentifier() != null && !endpoint.clientIdentifier().equals(name)) {
            return null;
        }
        Known known = sites.known(name);
        if (known == null) {
            threshold.brake().wrong(pipe.address());
            return null;
        }
        String password = endpoint.auth().getPassword();
        return threshold.isRight(name, pipe, device -> Secrets.matches(known.secret(), password)) ? known : null;
    }

    private boolean mayWill(Known known, String topic) {
        Topic parsed = Topic.parse(topic);
        return parsed != null && speaker(known, parsed) != null;
    }

    /** The device that a topic of this connection speaks of: its own or one that it brings; null where it is neither. */
    @Nullable Known speaker(Known connected, Topic topic) {
        if (!topic.site().equals(connected.site())) {
            return null;
        }
        if (topic.device().equals(connected.id())) {
            return connected;
        }
        return connected.device().speaksFor().contains(topic.device()) ? sites.known(topic.device()) : null;
    }

    boolean mayHear(Known connected, String filter) {
        Topic topic = Topic.parse(filter);
        return topic != null && !topic.device().equals("+") && speaker(connected, topic) != null;
    }

    @Override
    public void send(String site, Order order) {
        Session session = sessions.get(order.device());
        if (session == null) {
            session = sites.gatewayOf(order.device()).map(sessions::get).orElse(null);
        }
        if (session == null || !session.send(Topic.command(site, order.device()), order)) {
            command("dropped");
        }
    }

    /** What became of a command to a device that listens. */
    void told(Known known, Outbox.Fate fate) {
        command(Code.of(fate));
        if (fate == Outbox.Fate.TOO_LARGE) {
            log.warn("command too large", known.id(), "it takes no packet of that size (Maximum Packet Size)");
        }
    }

    private void command(String outcome) {
        metrics.counter("foyer.mqtt.commands", "outcome", outcome).increment();
    }

    @Override
    public void expel(Set<String> devices) {
        threshold.brake().forgive(devices);
        devices.forEach(device -> {
            Session session = sessions.get(device);
            if (session != null) {
                session.hangUp(
                        "expelled",
                        "its entry in the site file has changed; it may log in again",
                        MqttDisconnectReasonCode.NOT_AUTHORIZED);
            }
        });
    }

    /** @param durable runs when the end is durable, or need not become it */
    void gone(Session session, Known known, Ending ending, Runnable durable) {
        if (sessions.remove(known.id(), session)) {
            hearing.changed(known.id());
            sites.gone(known, ending, durable);
        } else {
            durable.run();
        }
    }

    void taken(String kind) {
        taken.computeIfAbsent(kind, each -> metrics.counter("foyer.mqtt.messages", "kind", each, "outcome", "taken"))
                .increment();
    }

    void refused(String device, String kind, String reason) {
        metrics.counter("foyer.mqtt.refused", "reason", reason).increment();
        log.warn("bad message", device, kind + ": " + reason);
    }

    Hearing hearing() {
        return hearing;
    }

    Pressure pressure() {
        return pressure;
    }

    SlowLog log() {
        return log;
    }

    Sites sites() {
        return sites;
    }

    Clock clock() {
        return clock;
    }
}
