package io.foyer.hub;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The key and certificate for handshakes, which may be renewed at any time. Open connections keep their certificate;
 * every later handshake, on any thread, gets the new one.
 */
final class RenewableKeys extends X509ExtendedKeyManager {
    private volatile KeyPairFiles current;
    /** For a handshake that began just before the pair changed. */
    private volatile KeyPairFiles previous;

    private int renewals;

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

    RenewableKeys(X509ExtendedKeyManager first) {
        this.current = new KeyPairFiles("0/", first);
        this.previous = current;
    }

    /** Takes a new pair. Only one thread may call this. */
    void renew(X509ExtendedKeyManager keys) {
        previous = current;
        current = new KeyPairFiles(++renewals + "/", keys);
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
