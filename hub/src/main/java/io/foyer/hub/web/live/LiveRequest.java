package io.foyer.hub.web.live;

import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks for.
 *
 * @param topics null where one of them is unknown
 * @param place null where a value of the place is no number
 * @param token empty where the request has none
 * @param isBrowser true where a browser may have added the token by itself, as it does with a cookie
 */
record LiveRequest(
        String site,
        @Nullable Set<LiveTopic> topics,
        @Nullable ViewerPlace place,
        String token,
        boolean isBrowser,
        String neighbourhood) {
    /** A token may stand beside the sub-protocol as {@code bearer.TOKEN}: a browser's script can set no header. */
    static final String BEARER = "bearer.";

    private static final String USUAL_TOPICS = "occupancy";

    static LiveRequest of(RoutingContext context, PublicAddress address) {
        HttpServerRequest request = context.request();
        Optional<RequestToken> token = token(request);
        return new LiveRequest(
                Objects.requireNonNull(context.pathParam("site")),
                topics(request.getParam("topics")),
                ViewerPlace.of(request),
                token.map(RequestToken::token).orElse(""),
                token.map(RequestToken::fromCookie).orElse(true),
                ClientNeighbourhood.of(address.clientOf(request)));
    }

    /** The token from the sub-protocol, the header or the cookie. */
    private static Optional<RequestToken> token(HttpServerRequest request) {
        for (String protocol : request.headers().getAll("Sec-WebSocket-Protocol")) {
            for (String one : protocol.split(",", -1)) {
                if (one.strip().startsWith(BEARER)) {
                    return Optional.of(new RequestToken(one.strip().substring(BEARER.length()), false));
                }
            }
        }
        return RequestToken.of(request);
    }

    private static @Nullable Set<LiveTopic> topics(@Nullable String codes) {
        Set<LiveTopic> topics = EnumSet.noneOf(LiveTopic.class);
        for (String code : (codes == null || codes.isBlank() ? USUAL_TOPICS : codes).split(",", -1)) {
            Optional<LiveTopic> topic = LiveTopic.of(code.strip());
            if (topic.isEmpty()) {
                return null;
            }
            topics.add(topic.get());
        }
        return topics;
    }
}
