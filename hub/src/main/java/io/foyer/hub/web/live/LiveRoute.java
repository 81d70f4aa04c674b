package io.foyer.hub.web.live;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Lets viewers in and closes their sockets. Close codes: 4400 a wrong topic, {@code since} or {@code number}, 4401 no
 * session or an ended one, 4403 a topic or a site above the role, 4404 no such site, 1013 not now. The hub ignores what
 * a viewer sends.
 */
public final class LiveRoute {
    /** The sub-protocol of the hub. A token may stand beside it, see {@link LiveRequest#BEARER}. */
    public static final String PROTOCOL = "foyer.v1";

    private final LiveFeed feed;
    private final PageSessions sessions;
    private final PublicAddress address;
    private final Counter sent;
    private final Counter dropped;
    private final ViewerGuests guests;

    public LiveRoute(
            LiveFeed feed, PageSessions sessions, PublicAddress address, InstantSource clock, MeterRegistry metrics) {
        this.feed = feed;
        this.sessions = sessions;
        this.address = address;
        this.guests = new ViewerGuests(sessions, clock);
        sent = metrics.counter("foyer.live.frames");
        dropped = metrics.counter("foyer.live.dropped");
        metrics.gauge("foyer.live.viewers", guests, ViewerGuests::count);
    }

    public void start(Vertx vertx) {
        guests.start(vertx);
    }

    /**
     * Serves {@code /live/:site}. Refuses before the handshake what a page of another host asks with the hub's cookie.
     */
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.canUpgradeToWebSocket()) {
            context.response().putHeader("Upgrade", "websocket");
            context.fail(426);
            return;
        }
        LiveRequest asked = LiveRequest.of(context, address);
        if (asked.isBrowser() && address.isForeign(request)) {
            context.fail(403);
            return;
        }
        Channel channel = ((ConnectionBase) request.connection()).channel();
        request.toWebSocket().onSuccess(socket -> admit(socket, channel, asked));
    }

    private void admit(ServerWebSocket socket, Channel channel, LiveRequest asked) {
        socket.handler(ignored -> {});
        Set<LiveTopic> topics = asked.topics();
        ViewerPlace place = asked.place();
        if (topics == null) {
            socket.close((short) 4400, "unknown topic; known: occupancy, energy, doors, alarms, events");
            return;
        }
        if (place == null) {
            socket.close((short) 4400, "since is the seq of a frame, number that of a decision");
            return;
        }
        sessions.find(asked.token(), asked.neighbourhood()).onComplete(found -> {
            if (found.failed()) {
                socket.close((short) 1013, "sessions cannot be read now");
            } else if (found.result().isEmpty()) {
                socket.close((short) 4401, "no session");
            } else {
                enter(socket, channel, asked, topics, place, found.result().get());
            }
        });
    }

    private void enter(
            ServerWebSocket socket,
            Channel channel,
            LiveRequest asked,
            Set<LiveTopic> topics,
            ViewerPlace place,
            LoginSession session) {
        if (!session.sites().isEmpty() && !session.sites().contains(asked.site())) {
            socket.close((short) 4403, "not a site of this account");
            return;
        }
        if (!topics.stream().allMatch(topic -> topic.isFor(session.role()))) {
            socket.close((short) 4403, "a topic above the role");
            return;
        }
        Optional<LiveStream> stream = feed.stream(asked.site(), topics, session.role());
        if (stream.isEmpty()) {
            socket.close((short) 4404, "no such site");
            return;
        }
        if (guests.isFull()) {
            socket.close((short) 1013, "too many viewers");
            return;
        }
        if (socket.isClosed()) {
            return;
        }
        Viewer viewer = new Viewer(socket, channel, sent, dropped);
        guests.enter(viewer, asked.token(), asked.neighbourhood(), session);
        socket.closeHandler(closed -> {
            guests.leave(viewer);
            stream.get().leave(viewer);
        });
        stream.get().join(viewer, place);
    }
}
