package io.foyer.hub.store;

import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code database.url}: the address of an existing PostgreSQL. */
final class DatabaseUrl {
    private static final Set<SslMode> OFFERED =
            Set.of(SslMode.DISABLE, SslMode.REQUIRE, SslMode.VERIFY_CA, SslMode.VERIFY_FULL);
    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");

    private DatabaseUrl() {}

    /** Reads {@code postgresql://user:password@host:port/db}. Each part may be percent-encoded. */
    static ServerAddress parse(String url) {
        try {
            URI uri = new URI(url);
            @Nullable String userInfo = uri.getRawUserInfo();
            @Nullable String path = uri.getRawPath();
            @Nullable String host = uri.getHost();
            Optional<Map<String, String>> parameters = parameters(uri.getRawQuery());
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (known
                    && host != null
                    && userInfo != null
                    && path != null
                    && path.length() > 1
                    && parameters.isPresent()) {
                int colon = userInfo.indexOf(':');
                @Nullable String authority = parameters.get().get("sslrootcert");
                Optional<Path> roots = roots(authority);
                SslMode asked =
                        mode(parameters.get().getOrDefault("sslmode", authority == null ? "disable" : "verify-full"));
                return new ServerAddress(
                        host,
                        uri.getPort() < 0 ? 5432 : uri.getPort(),
                        decode(path.substring(1)),
                        decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                        colon < 0 ? "" : decode(userInfo.substring(colon + 1)),
                        checked(asked, authority),
                        roots);
            }
        } catch (URISyntaxException e) {
            // The exception below says more; the text of this one would show the password.
        }
        throw new StoreException("`database.url` is not an address of a PostgreSQL: write it as"
                + " postgresql://user:password@host:port/db, with %40 for @ in a password, and"
                + " ?sslmode=verify-full for TLS (&sslrootcert=FILE where its authority is your own).");
    }

    private static Optional<Map<String, String>> parameters(@Nullable String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !PARAMETERS.contains(pair.substring(0, equals))) {
                return Optional.empty();
            }
            found.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
        }
        return Optional.of(found);
    }

    private static SslMode mode(String written) {
        return OFFERED.stream()
                .filter(mode -> mode.value.equals(written))
                .findFirst()
                .orElseThrow(() -> new StoreException("`sslmode=" + written
                        + "` in `database.url`: Foyer takes disable, require (which trusts any certificate), verify-ca"
                        + " and verify-full."));
    }

    /**
     * A person who names an authority wants the certificate checked. So {@code require} checks the authority, as in
     * libpq. With all of Java's authorities the host's name is checked too.
     */
    private static SslMode checked(SslMode asked, @Nullable String authority) {
        if (authority == null || asked == SslMode.VERIFY_FULL) {
            return asked;
        }
        if (asked == SslMode.DISABLE) {
            throw new StoreException("`database.url` has sslmode=disable and `sslrootcert`. Without TLS there is no"
                    + " certificate to check: remove one of the two.");
        }
        return authority.equals("system") ? SslMode.VERIFY_FULL : SslMode.VERIFY_CA;
    }

    private static Optional<Path> roots(@Nullable String written) {
        if (written == null || written.equals("system")) {
            return Optional.empty();
        }
        Path file = Path.of(written);
        if (!Files.isReadable(file)) {
            throw new StoreException("`sslrootcert` in `database.url`: the file " + file
                    + " cannot be read. Correct the path or its rights.");
        }
        return Optional.of(file);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
