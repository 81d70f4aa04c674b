package io.foyer.hub.web;

import io.foyer.hub.web.login.PublicAddress;
import io.vertx.core.net.KeyCertOptions;
import java.util.Optional;

/**
 * The settings of the server for people.
 *
 * @param port 0 for any free port
 * @param tls the key for HTTPS; plain HTTP where there is none
 * @param address the address that people type
 * @param demoTime true where the clock is the demo's; pages show it
 * @param mostConnections the most connections at once. One more closes the one for which the hub has waited longest
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
