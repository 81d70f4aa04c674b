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
 * @param demoTime whether the clock is the demo's, which pages say
 * @param mostConnections at once; the one that keeps us waiting longest goes for the next
 */
public record WebOptions(
        String host,
        int port,
        Optional<KeyCertOptions> tls,
        PublicAddress address,
        boolean demoTime,
        int mostConnections) {
    private static final int MOST_CONNECTIONS = 6_000;

    public WebOptions(String host, int port, Optional<KeyCertOptions> tls, PublicAddress address, boolean demoTime) {
        this(host, port, tls, address, demoTime, MOST_CONNECTIONS);
    }
}
