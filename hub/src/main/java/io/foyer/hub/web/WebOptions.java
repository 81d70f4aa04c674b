package io.foyer.hub.web;

import io.foyer.hub.web.login.PublicAddress;
import io.vertx.core.net.KeyCertOptions;
import java.util.Optional;

/**
 * Where people are served.
 *
 * @param port 0 is any free one
 * @param tls HTTPS with this key; plain HTTP without
 * @param address what people type
 * @param mostConnections at once; the one that keeps us waiting longest goes for the next
 */
public record WebOptions(
        String host, int port, Optional<KeyCertOptions> tls, PublicAddress address, int mostConnections) {
    private static final int MOST_CONNECTIONS = 6_000;

    public WebOptions(String host, int port, Optional<KeyCertOptions> tls, PublicAddress address) {
        this(host, port, tls, address, MOST_CONNECTIONS);
    }
}
