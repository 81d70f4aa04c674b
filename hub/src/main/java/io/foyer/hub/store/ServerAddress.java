package io.foyer.hub.store;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
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
    /** An address on this machine, without encryption. */
    ServerAddress(String host, int port, String database, String user, String password) {
        this(host, port, database, user, password, SslMode.DISABLE, Optional.empty());
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
