package io.foyer.hub.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where people are served.
 *
 * @param port 0 is any free one
 * @param tls HTTPS with this certificate; plain HTTP without
 */
public record WebOptions(String host, int port, Optional<Tls> tls) {

    /** PEM files; they are read again when they change. */
    public record Tls(Path certificate, Path key) {}
}
