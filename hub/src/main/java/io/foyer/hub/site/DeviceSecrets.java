package io.foyer.hub.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Devices' secrets. They are 128 random bits, so a plain SHA-256 cannot be guessed back, and hundreds of devices can
 * log in at once after a restart.
 */
public final class DeviceSecrets {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceSecrets() {}

    /** A new secret: 22 characters that need no quoting anywhere. */
    public static String random() {
        return random(BYTES);
    }

    /** So many random bytes, as characters that need no quoting anywhere. */
    public static String random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** As a site file writes it: {@code sha256:} and 64 hexadecimal digits. */
    public static String hash(String secret) {
        return "sha256:" + HexFormat.of().formatHex(sha256(secret));
    }

    /** Of the text in UTF-8; 32 bytes. */
    public static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a secret has this hash, in a time that tells nothing. */
    public static boolean matches(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
    }
}
