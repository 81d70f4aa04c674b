package io.foyer.hub.web;

import io.vertx.core.net.KeyCertOptions;
import java.util.Optional;

/**
 * Where people are served.
 *
 * @param port 0 is any free one
 * @param tls HTTPS with this key; plain HTTP without
 */
public record WebOptions(String host, int port, Optional<KeyCertOptions> tls) {}
