package io.foyer.hub.web.live;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The place at which a viewer left the feed.
 *
 * @param since the last sequence that the viewer has seen; null where it comes for the first time
 * @param number the newest decision that the viewer has seen; null where it has seen the decisions up to {@code since}
 */
record ViewerPlace(@Nullable Long since, @Nullable Long number) {

    /** Reads the place from a request; null where a value is no number. */
    static @Nullable ViewerPlace of(HttpServerRequest request) {
        String since = request.getParam("since");
        String number = request.getParam("number");
        return isNumber(since) && isNumber(number)
                ? new ViewerPlace(
                        since == null ? null : Long.valueOf(since), number == null ? null : Long.valueOf(number))
                : null;
    }

    private static boolean isNumber(@Nullable String text) {
        return text == null || text.matches("[0-9]{1,18}");
    }
}
