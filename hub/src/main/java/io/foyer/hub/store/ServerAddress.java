package io.foyer.hub.store;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * Where a PostgreSQL listens, and the user and password for the login. Messages have the address without the password.
 *
 * @param encryption libpq's {@code sslmode}: {@code disable}, {@code require}, {@code verify-ca} or {@code verify-full}
 * @param roots {@code sslrootcert}: the certificates to trust; empty for the certificates that Java trusts
 */
record ServerAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        SslMode encryption,
        Optional<Path> roots) {
    private static final Set<SslMode> OFFERED =
            Set.of(SslMode.DISABLE, SslMode.REQUIRE, SslMode.VERIFY_CA, SslMode.VERIFY_FULL);
    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");

    /** An address on this machine, without encryption. */
    ServerAddress(String host, int port, String database, String user, String password) {
        this(host, port, database, user, password, SslMode.DISABLE, Optional.empty());
    }

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

    /** Opens a blocking connection, for worker threads. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "foyer");
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20")
                + "?sslmode=" + encryption.value + trusted();
    }

    private boolean checksCertificate() {
        return encryption == SslMode.VERIFY_CA || encryption == SslMode.VERIFY_FULL;
    }

    private String trusted() {
        if (!checksCertificate()) {
            return "";
        }
        return roots.map(file -> "&sslrootcert=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
                .orElse("&sslfactory=" + DefaultJavaSSLFactory.class.getName());
    }

    /** The address for the reactive client. */
    PgConnectOptions options() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .addProperty("application_name", "foyer")
                .addProperty("timezone", "UTC")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(8192)
                .setPipeliningLimit(256);
        if (encryption != SslMode.DISABLE) {
            ClientSSLOptions ssl = new ClientSSLOptions()
                    .setHostnameVerificationAlgorithm(encryption == SslMode.VERIFY_FULL ? "HTTPS" : "");
            options.setSslMode(encryption)
                    .setSslOptions(checksCertificate() ? ssl.setTrustOptions(trust()) : ssl.setTrustAll(true));
        }
        return options;
    }

    private TrustOptions trust() {
        return roots.<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file.toString()))
                .orElseGet(() -> TrustOptions.wrap(trustOfJava()));
    }

    private static X509TrustManager trustOfJava() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has trusted authorities", e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
