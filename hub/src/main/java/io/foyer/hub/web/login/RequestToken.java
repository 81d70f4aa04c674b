package io.foyer.hub.web.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * The token of a request, and whether a browser added it by itself. A request with such a token may come from another
 * host's page, and must prove that it does not.
 */
public record RequestToken(String token, boolean fromCookie) {
    public static final String COOKIE = "foyer";

    private static final String BEARER = "bearer ";

    /** The token of a request. The header comes before the cookie. */
    public static Optional<RequestToken> of(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(
                    new RequestToken(header.substring(BEARER.length()).strip(), false));
        }
        Cookie cookie = request.getCookie(COOKIE);
        return Optional.ofNullable(cookie).map(found -> new RequestToken(found.getValue(), true));
    }
}
