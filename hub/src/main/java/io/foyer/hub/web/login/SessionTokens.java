package io.foyer.hub.web.login;

import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.HubSeal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * Opaque tokens: 168 random bits each, so a plain SHA-256 of one cannot be guessed back, and behind them 90 bits that
 * only this hub can make. So what a stranger has made up is known without asking anybody. Tokens of before have no such
 * mark and are good all the same.
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

    /** Whether this hub has made a token, ever; says nothing of whether it is good still. */
    boolean isMarked(String token) {
        String mark = mark(token.substring(0, RANDOM_CHARACTERS));
        return MessageDigest.isEqual(bytes(mark), bytes(token.substring(RANDOM_CHARACTERS)));
    }

    private String mark(String random) {
        return seal.of("foyer:t:" + random).substring(0, MARK_CHARACTERS);
    }

    /** Whether a text can be one of our tokens at all. */
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
