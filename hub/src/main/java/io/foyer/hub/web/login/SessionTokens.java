package io.foyer.hub.web.login;

import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.HubSeal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * Opaque tokens. A token has 168 random bits, so nobody can guess it from its plain SHA-256, and a mark of 90 bits that
 * only this hub can make. So the hub knows a made-up token without asking the store. Older tokens have no mark and are
 * good too.
 */
public final class SessionTokens {
    private static final int RANDOM_BYTES = 21;
    private static final int RANDOM_CHARACTERS = 28;
    private static final int MARK_CHARACTERS = 15;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final HubSeal seal;

    public SessionTokens(HubSeal seal) {
        this.seal = seal;
    }

    public String random() {
        String random = DeviceSecrets.random(RANDOM_BYTES);
        return random + mark(random);
    }

    /** True where this hub has ever made the token. The token may have ended since then. */
    boolean isMarked(String token) {
        String mark = mark(token.substring(0, RANDOM_CHARACTERS));
        return MessageDigest.isEqual(bytes(mark), bytes(token.substring(RANDOM_CHARACTERS)));
    }

    private String mark(String random) {
        return seal.of("foyer:t:" + random).substring(0, MARK_CHARACTERS);
    }

    /** True where a text can be a token of this hub. */
    static boolean isToken(String text) {
        return SHAPE.matcher(text).matches();
    }

    public static byte[] hash(String token) {
        return DeviceSecrets.sha256(token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
