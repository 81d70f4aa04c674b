package io.foyer.hub.web.login;

import io.foyer.hub.site.Secrets;
import java.util.regex.Pattern;

/** Opaque tokens: 256 random bits each, so a plain SHA-256 of one cannot be guessed back. */
public final class Tokens {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Tokens() {}

    public static String random() {
        return Secrets.random(BYTES);
    }

    /** Whether a text can be one of our tokens at all. */
    static boolean isToken(String text) {
        return SHAPE.matcher(text).matches();
    }

    public static byte[] hash(String token) {
        return Secrets.sha256(token);
    }
}
