package io.foyer.hub.store;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL listens and as whom to log in. It goes into messages without the password.
 *
 * @param encrypted true where the connection must be TLS ({@code ?sslmode=require}; the certificate is not checked)
 */
record ServerAddress(String host, int port, String database, String user, String password, boolean encrypted) {

    /** Reads {@code postgresql://user:password@host:port/db}, each part percent-encoded where it must be. */
    static ServerAddress parse(String url) {
        try {
            URI uri = new URI(url);
            @Nullable String userInfo = uri.getRawUserInfo();
            @Nullable String path = uri.getRawPath();
            @Nullable String query = uri.getRawQuery();
            @Nullable String host = uri.getHost();
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (known && host != null && userInfo != null && path != null && path.length() > 1 && isKnown(query)) {
                int colon = userInfo.indexOf(':');
                return new ServerAddress(
                        host,
                        uri.getPort() < 0 ? 5432 : uri.getPort(),
                        decode(path.substring(1)),
                        decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                        colon < 0 ? "" : decode(userInfo.substring(colon + 1)),
                        "sslmode=require".equals(query));
            }
        } catch (URISyntaxException e) {
            // Said below; the exception's text would show the password.
        }
        throw new StoreException(
                "`database.url` is not an address of a PostgreSQL: write it as"
                        + " postgresql://user:password@host:port/db, with %40 for @ in a password, and ?sslmode=require for TLS.");
    }

    private static boolean isKnown(@Nullable String query) {
        return query == null || query.equals("sslmode=require") || query.equals("sslmode=disable");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Opens a blocking connection; for worker threads. */
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
                + "?sslmode=" + (encrypted ? "require" : "disable");
    }

    /** For the reactive client. */
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
        if (encrypted) {
            options.setSslMode(SslMode.REQUIRE).setSslOptions(new ClientSSLOptions().setTrustAll(true));
        }
        return options;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
