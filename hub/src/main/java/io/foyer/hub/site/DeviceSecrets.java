package io.foyer.hub.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secrets of devices. A secret has 128 random bits, so nobody can guess it from a plain SHA-256 hash. The plain
 * hash lets hundreds of devices log in at once after a restart.
 */
public final class DeviceSecrets {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceSecrets() {}

    /** A new secret of 22 characters that need no quotes anywhere. */
    public static String random() {
        return random(BYTES);
    }

    /** Some random bytes as characters that need no quotes anywhere. */
    public static String random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The hash of a secret as a site file has it: {@code sha256:} and 64 hexadecimal digits. */
    public static String hash(String secret) {
        return "sha256:" + HexFormat.of().formatHex(sha256(secret));
    }

    /** The hash of a text in UTF-8; 32 bytes. */
    public static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** True where a secret has this hash. The time that the comparison takes tells nothing. */
    public static boolean matches(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
    }
}
