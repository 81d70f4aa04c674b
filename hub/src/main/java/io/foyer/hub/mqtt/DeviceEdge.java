package io.foyer.hub.mqtt;

import io.foyer.hub.site.DeviceCommands;
import io.foyer.hub.site.Sites;
import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place where devices log in: MQTT over TCP, TLS and WebSocket, all on the loop that owns the sites. */
public final class DeviceEdge {
    /** A larger packet ends its connection. */
    static final int MOST_PACKET_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DeviceEdge.class);
    private static final long SWEEP_MS = 5_000;

    private final Vertx vertx;
    private final LoginThreshold threshold;
    private final DeviceSessions sessions;
    private final Logins logins;
    private final List<ListeningPort> ports = new ArrayList<>();
    private boolean closing;

    public DeviceEdge(Vertx vertx, Sites sites, Clock clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.threshold = new LoginThreshold(vertx, clock, metrics, LOG);
        SlowLog log = new SlowLog(LOG, clock);
        MessageCounters counters = new MessageCounters(metrics);
        this.sessions = new DeviceSessions(sites, threshold.brake(), counters, metrics);
        DoorReachability hearing = new DoorReachability(sites, sessions, clock, log, metrics);
        StorePressure pressure = new StorePressure(metrics);
        EdgeServices services =
                new EdgeServices(sites, new TopicRights(sites), sessions, hearing, pressure, counters, log, clock);
        this.logins = new Logins(services, threshold);
        vertx.setPeriodic(SWEEP_MS, id -> {
            hearing.sweep();
            log.settle();
        });
    }

    /**
     * An address to listen on.
     *
     * @param port 0 takes any free port
     * @param tls the key with its certificate, or empty for plain TCP
     */
    public record ListenAddress(String host, int port, boolean webSocket, Optional<KeyCertOptions> tls) {}

    /** The devices that have logged in, for the sites. */
    public DeviceCommands devices() {
        return sessions;
    }

    /** Listens. The future gives the actual port. Must be called on the sites' loop. */
    public Future<Integer> listen(ListenAddress listener) {
        ListeningPort port = new ListeningPort(vertx, listener, threshold, this::login);
        ports.add(port);
        return port.listen();
    }

    private void login(MqttEndpoint endpoint, DeviceConnection pipe) {
        if (closing) {
            LoginRefusal.CLOSING.answer(endpoint, pipe);
        } else {
            logins.login(endpoint, pipe);
        }
    }

    /** True for MQTT 5. The two versions of MQTT have different codes for the same refusal. */
    static boolean isMqtt5(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() >= 5;
    }

    /** Stops listening and ends every connection. */
    public Future<Void> close() {
        closing = true;
        sessions.all().forEach(session -> session.hangUp(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
        return Future.join(ports.stream().map(ListeningPort::close).toList()).mapEmpty();
    }
}
