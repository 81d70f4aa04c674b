package io.foyer.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate and key of HTTPS and MQTTS, taken anew when their files change: certificates outlive few hubs' uptime.
 * Connections that are open keep theirs; every later handshake, on any thread, gets the new one.
 */
final class Certificate extends X509ExtendedKeyManager {
    static final long MILLIS_BETWEEN_LOOKS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);

    private final Vertx vertx;
    private final Settings.Tls files;
    private long changed;
    private volatile X509ExtendedKeyManager current;

    private Certificate(Vertx vertx, Settings.Tls files, long changed, X509ExtendedKeyManager first) {
        this.vertx = vertx;
        this.files = files;
        this.changed = changed;
        this.current = first;
    }

    /** Reads the files and keeps an eye on them; fails with a message for people where they are no pair. */
    static Future<KeyCertOptions> watched(Vertx vertx, Settings.Tls files, long millisBetweenLooks) {
        return changed(vertx, files)
                .compose(changed -> read(vertx, files).map(first -> new Certificate(vertx, files, changed, first)))
                .onSuccess(made -> vertx.setPeriodic(millisBetweenLooks, timer -> made.look()))
                .map(KeyCertOptions::wrap)
                .recover(cause -> Future.failedFuture("`tls.certificate` " + files.certificate() + " and `tls.key` "
                        + files.key() + " cannot be used: " + cause.getMessage()
                        + ". Both are PEM files, of one key pair."));
    }

    /** A pair that does not fit, as while the second file is being written, leaves the old one in use. */
    private void look() {
        changed(vertx, files).onSuccess(last -> {
            if (last > changed) {
                changed = last;
                read(vertx, files)
                        .onSuccess(renewed -> {
                            current = renewed;
                            LOG.info("Took the new certificate from {}", files.certificate());
                        })
                        .onFailure(cause -> LOG.warn("Kept the old certificate: {}", cause.toString()));
            }
        });
    }

    private static Future<Long> changed(Vertx vertx, Settings.Tls files) {
        return Future.all(
                        vertx.fileSystem().props(files.certificate().toString()),
                        vertx.fileSystem().props(files.key().toString()))
                .map(both -> both.<FileProps>list().stream()
                        .mapToLong(FileProps::lastModifiedTime)
                        .max()
                        .orElse(0));
    }

    private static Future<X509ExtendedKeyManager> read(Vertx vertx, Settings.Tls files) {
        PemKeyCertOptions pem = new PemKeyCertOptions()
                .setCertPath(files.certificate().toString())
                .setKeyPath(files.key().toString());
        return vertx.executeBlocking(
                () -> (X509ExtendedKeyManager) pem.getKeyManagerFactory(vertx).getKeyManagers()[0]);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
        return current.chooseEngineServerAlias(type, issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
        return current.chooseServerAlias(type, issuers, socket);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return current.getServerAliases(type, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return current.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return current.getPrivateKey(alias);
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }
}
