package io.foyer.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate and key of HTTPS and MQTTS. The hub reads them again when their files change, because a certificate
 * expires while the hub runs. Open connections keep their certificate; every later handshake, on any thread, gets the
 * new one.
 */
final class Certificate extends X509ExtendedKeyManager {
    static final long MILLIS_BETWEEN_LOOKS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);

    private final Vertx vertx;
    private final Settings.Tls files;
    private PemBytes taken;
    private String refused = "";
    private int renewals;
    private boolean looking;
    private volatile KeyPairFiles current;
    /** For a handshake that began just before the pair changed. */
    private volatile KeyPairFiles previous;

    /**
     * One key with its certificate.
     *
     * @param name the prefix of all aliases. The prefix keeps a handshake from mixing the key and the certificate of
     *     two pairs
     */
    private record KeyPairFiles(String name, X509ExtendedKeyManager keys) {
        @Nullable String named(@Nullable String alias) {
            return alias == null ? null : name + alias;
        }
    }

    /**
     * The content of the two files. The content tells whether the files are new, because a copy or a link may have any
     * time stamp.
     */
    private record PemBytes(Buffer certificate, Buffer key) {}

    private Certificate(Vertx vertx, Settings.Tls files, PemBytes first, X509ExtendedKeyManager keys) {
        this.vertx = vertx;
        this.files = files;
        this.taken = first;
        this.current = new KeyPairFiles("0/", keys);
        this.previous = current;
    }

    /** Reads the files and watches them. Fails with a message for people where the two files are no pair. */
    static Future<KeyCertOptions> watched(Vertx vertx, Settings.Tls files, long millisBetweenLooks) {
        return content(vertx, files)
                .compose(first -> read(vertx, first).map(keys -> new Certificate(vertx, files, first, keys)))
                .onSuccess(made -> vertx.setPeriodic(millisBetweenLooks, timer -> made.look()))
                .map(KeyCertOptions::wrap)
                .recover(cause -> Future.failedFuture("`tls.certificate` " + files.certificate() + " and `tls.key` "
                        + files.key() + " cannot be used: " + cause.getMessage()
                        + ". Both are PEM files, of one key pair."));
    }

    /**
     * Takes changed files. The old pair stays in use while the files are no pair, as when only one of them is written
     * yet.
     */
    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        content(vertx, files)
                .compose(found -> found.equals(taken) ? Future.succeededFuture() : take(found))
                .onSuccess(good -> refused = "")
                .onFailure(cause -> {
                    if (!cause.toString().equals(refused)) {
                        refused = cause.toString();
                        LOG.warn("The hub keeps the old certificate and tries again: {}", refused);
                    }
                })
                .onComplete(looked -> looking = false);
    }

    private Future<Void> take(PemBytes found) {
        return read(vertx, found).map(keys -> {
            taken = found;
            previous = current;
            current = new KeyPairFiles(++renewals + "/", keys);
            LOG.info("The hub uses the new certificate from {}", files.certificate());
            return null;
        });
    }

    private static Future<PemBytes> content(Vertx vertx, Settings.Tls files) {
        Future<Buffer> certificate =
                vertx.fileSystem().readFile(files.certificate().toString());
        Future<Buffer> key = vertx.fileSystem().readFile(files.key().toString());
        return Future.all(certificate, key).map(both -> new PemBytes(certificate.result(), key.result()));
    }

    private static Future<X509ExtendedKeyManager> read(Vertx vertx, PemBytes content) {
        PemKeyCertOptions pem =
                new PemKeyCertOptions().setCertValue(content.certificate()).setKeyValue(content.key());
        return vertx.executeBlocking(() -> {
            X509ExtendedKeyManager keys =
                    (X509ExtendedKeyManager) pem.getKeyManagerFactory(vertx).getKeyManagers()[0];
            assertFits(keys);
            return keys;
        });
    }

    /** Java accepts any key beside any certificate, and then every handshake would fail. */
    private static void assertFits(X509ExtendedKeyManager keys) throws GeneralSecurityException {
        String alias = Stream.of("RSA", "EC", "EdDSA", "RSASSA-PSS")
                .map(type -> keys.getServerAliases(type, null))
                .filter(Objects::nonNull)
                .map(aliases -> aliases[0])
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("they hold no key for a server"));
        PrivateKey key = keys.getPrivateKey(alias);
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(keys.getCertificateChain(alias)[0]);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is not the certificate's");
        }
    }

    private KeyPairFiles of(String alias) {
        KeyPairFiles now = current;
        return alias.startsWith(now.name) ? now : previous;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
        KeyPairFiles now = current;
        return now.named(now.keys.chooseEngineServerAlias(type, issuers, engine));
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
        KeyPairFiles now = current;
        return now.named(now.keys.chooseServerAlias(type, issuers, socket));
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        KeyPairFiles pair = of(alias);
        return pair.keys.getCertificateChain(alias.substring(pair.name.length()));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        KeyPairFiles pair = of(alias);
        return pair.keys.getPrivateKey(alias.substring(pair.name.length()));
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
