package io.foyer.hub.web.live;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer left off.
 *
 * @param since the sequence that it has seen; null where it comes for the first time
 * @param number the newest decision that it has seen; null where those up to {@code since} were
 */
record ViewerPlace(@Nullable Long since, @Nullable Long number) {

    /** Null where one of them is no number. */
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
