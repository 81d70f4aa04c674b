package io.foyer.hub.web.login;

import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.HubSeal;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * A browser that has logged in by a name before proves it by a cookie, one for each name. The cookie opens nothing. It
 * only gives the browser a limit of its own for wrong passwords, so that guessing strangers cannot use up the owner's.
 */
public final class KnownBrowser {
    private static final Duration LIFE = Duration.ofDays(180);
    private static final String PREFIX = "foyer-browser-";
    private static final int NAME_CHARACTERS = 12;
    private static final int NONCE_CHARACTERS = 22;

    private final HubSeal seal;

    public KnownBrowser(HubSeal seal) {
        this.seal = seal;
    }

    /** The request's proof of an earlier login by this name. */
    public Optional<String> proof(HttpServerRequest request, String user) {
        return Optional.ofNullable(request.getCookie(name(user)))
                .map(Cookie::getValue)
                .filter(value -> value.length() > NONCE_CHARACTERS)
                .filter(value ->
                        MessageDigest.isEqual(bytes(value), bytes(proved(user, value.substring(0, NONCE_CHARACTERS)))));
    }

    /** The cookie after a login by this name. The browser keeps its proof, or gets a new one. */
    public Cookie cookie(HttpServerRequest request, String user, PublicAddress address) {
        String proof = proof(request, user).orElseGet(() -> proved(user, DeviceSecrets.random()));
        return Cookie.cookie(name(user), proof)
                .setPath(address.path() + "/api/v1/login")
                .setMaxAge(LIFE.toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(address.secure());
    }

    private String name(String user) {
        return PREFIX + seal.of("foyer:u:" + user).substring(0, NAME_CHARACTERS);
    }

    private String proved(String user, String nonce) {
        return nonce + seal.of("foyer:b:" + nonce + ":" + user);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
