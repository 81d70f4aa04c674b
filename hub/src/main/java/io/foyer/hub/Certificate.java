package io.foyer.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate and key of HTTPS and MQTTS. The hub reads them again when their files change, because a certificate
 * expires while the hub runs.
 */
final class Certificate {
    static final long MILLIS_BETWEEN_LOOKS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);

    private final Vertx vertx;
    private final Settings.Tls files;
    private PemBytes taken;
    private String refused = "";
    private boolean looking;
    private final RenewableKeys keys;

    /**
     * The content of the two files. The content tells whether the files are new, because a copy or a link may have any
     * time stamp.
     */
    private record PemBytes(Buffer certificate, Buffer key) {}

    private Certificate(Vertx vertx, Settings.Tls files, PemBytes first, X509ExtendedKeyManager keys) {
        this.vertx = vertx;
        this.files = files;
        this.taken = first;
        this.keys = new RenewableKeys(keys);
    }

    /** Reads the files and watches them. Fails with a message for people where the two files are no pair. */
    static Future<KeyCertOptions> watched(Vertx vertx, Settings.Tls files, long millisBetweenLooks) {
        return content(vertx, files)
                .compose(first -> read(vertx, first).map(keys -> new Certificate(vertx, files, first, keys)))
                .onSuccess(made -> vertx.setPeriodic(millisBetweenLooks, timer -> made.look()))
                .map(made -> KeyCertOptions.wrap(made.keys))
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
        return read(vertx, found).map(renewed -> {
            taken = found;
            keys.renew(renewed);
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
}
