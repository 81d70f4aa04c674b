package io.foyer.hub.web.live;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets viewers in and closes their sockets. Close codes: 4400 a wrong topic, {@code since} or {@code number}, 4401 no
 * session or an ended one, 4403 a topic or a site above the role, 4404 no such site, 1013 not now. The hub ignores what
 * a viewer sends.
 */
public final class LiveRoute {
    /** The sub-protocol of the hub. A token may stand beside it as {@code bearer.TOKEN}. */
    public static final String PROTOCOL = "foyer.v1";

    static final int MOST_VIEWERS = 5_000;
    private static final String BEARER = "bearer.";
    private static final int SECONDS_BETWEEN_CHECKS = 20;

    private final LiveFeed feed;
    private final PageSessions sessions;
    private final PublicAddress address;
    private final InstantSource clock;
    private final Counter sent;
    private final Counter dropped;
    private final Map<ServerWebSocket, ViewerGuest> guests = new LinkedHashMap<>();
    private int seconds;
    private int entered;

    /**
     * A viewer inside, and its right. {@code turn} is the second of {@link #SECONDS_BETWEEN_CHECKS} for the next check.
     */
    private record ViewerGuest(Viewer viewer, String token, String neighbourhood, LoginSession session, int turn) {}

    public LiveRoute(
            LiveFeed feed, PageSessions sessions, PublicAddress address, InstantSource clock, MeterRegistry metrics) {
        this.feed = feed;
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
        sent = metrics.counter("foyer.live.frames");
        dropped = metrics.counter("foyer.live.dropped");
        metrics.gaugeMapSize("foyer.live.viewers", List.of(), guests);
    }

    public void start(Vertx vertx) {
        sessions.whenEnded(user -> recheck(guest -> user.equals(guest.session().user())));
        vertx.setPeriodic(1_000, timer -> second());
    }

    /**
     * Serves {@code /live/:site}. Refuses before the handshake what a page of another host asks with the hub's cookie.
     */
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<RequestToken> credentials = credentials(request);
        if (!request.canUpgradeToWebSocket()) {
            context.response().putHeader("Upgrade", "websocket");
            context.fail(426);
            return;
        }
        if (credentials.map(RequestToken::fromCookie).orElse(true) && address.isForeign(request)) {
            context.fail(403);
            return;
        }
        String site = Objects.requireNonNull(context.pathParam("site"));
        Channel channel = ((ConnectionBase) request.connection()).channel();
        request.toWebSocket()
                .onSuccess(socket -> admit(
                        socket,
                        channel,
                        site,
                        request.getParam("topics"),
                        ViewerPlace.of(request),
                        credentials,
                        ClientNeighbourhood.of(address.clientOf(request))));
    }

    /** The token of a live request: from the sub-protocol, the header or the cookie. */
    private static Optional<RequestToken> credentials(HttpServerRequest request) {
        for (String protocol : request.headers().getAll("Sec-WebSocket-Protocol")) {
            for (String one : protocol.split(",", -1)) {
                if (one.strip().startsWith(BEARER)) {
                    return Optional.of(new RequestToken(one.strip().substring(BEARER.length()), false));
                }
            }
        }
        return RequestToken.of(request);
    }

    private void admit(
            ServerWebSocket socket,
            Channel channel,
            String site,
            @Nullable String topicList,
            @Nullable ViewerPlace place,
            Optional<RequestToken> credentials,
            String neighbourhood) {
        socket.handler(ignored -> {});
        Set<LiveTopic> topics = EnumSet.noneOf(LiveTopic.class);
        for (String code : (topicList == null || topicList.isBlank() ? "occupancy" : topicList).split(",", -1)) {
            Optional<LiveTopic> topic = LiveTopic.of(code.strip());
            if (topic.isEmpty()) {
                socket.close((short) 4400, "unknown topic; known: occupancy, energy, doors, alarms, events");
                return;
            }
            topics.add(topic.get());
        }
        if (place == null) {
            socket.close((short) 4400, "since is the seq of a frame, number that of a decision");
            return;
        }
        String token = credentials.map(RequestToken::token).orElse("");
        sessions.find(token, neighbourhood).onComplete(found -> {
            if (found.failed()) {
                socket.close((short) 1013, "sessions cannot be read now");
            } else if (found.result().isEmpty()) {
                socket.close((short) 4401, "no session");
            } else {
                enter(
                        socket,
                        channel,
                        site,
                        topics,
                        place,
                        token,
                        neighbourhood,
                        found.result().get());
            }
        });
    }

    private void enter(
            ServerWebSocket socket,
            Channel channel,
            String site,
            Set<LiveTopic> topics,
            ViewerPlace place,
            String token,
            String neighbourhood,
            LoginSession session) {
        if (!session.sites().isEmpty() && !session.sites().contains(site)) {
            socket.close((short) 4403, "not a site of this account");
            return;
        }
        if (!topics.stream().allMatch(topic -> topic.isFor(session.role()))) {
            socket.close((short) 4403, "a topic above the role");
            return;
        }
        Optional<LiveStream> stream = feed.stream(site, topics, session.role());
        if (stream.isEmpty()) {
            socket.close((short) 4404, "no such site");
            return;
        }
        if (guests.size() >= MOST_VIEWERS) {
            socket.close((short) 1013, "too many viewers");
            return;
        }
        if (socket.isClosed()) {
            return;
        }
        Viewer viewer = new Viewer(socket, channel, sent, dropped);
        guests.put(socket, new ViewerGuest(viewer, token, neighbourhood, session, ++entered % SECONDS_BETWEEN_CHECKS));
        socket.closeHandler(closed -> {
            guests.remove(socket);
            stream.get().leave(viewer);
        });
        stream.get().join(viewer, place);
    }

    private void second() {
        var now = clock.instant();
        for (ViewerGuest guest : List.copyOf(guests.values())) {
            var until = guest.session().until();
            if (until != null && !now.isBefore(until)) {
                guest.viewer().close(4401, "session ended");
            }
        }
        int turn = ++seconds % SECONDS_BETWEEN_CHECKS;
        recheck(guest -> guest.turn() == turn);
    }

    /** Asks again whether sessions are good. While the store is away they count as good. */
    private void recheck(Predicate<ViewerGuest> whose) {
        for (ViewerGuest guest : List.copyOf(guests.values())) {
            if (whose.test(guest)) {
                sessions.find(guest.token(), guest.neighbourhood()).onSuccess(found -> {
                    if (found.isEmpty()) {
                        guest.viewer().close(4401, "session ended");
                    }
                });
            }
        }
    }
}
