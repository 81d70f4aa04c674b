package io.foyer.hub.web;

import io.foyer.hub.web.WebOptions.Tls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate of an HTTPS server, taken anew when its files change: certificates outlive few hubs' uptime. */
final class Certificate {
    private static final Logger log = LoggerFactory.getLogger(Certificate.class);
    private static final long MILLIS_BETWEEN_LOOKS = 10_000;

    private final Vertx vertx;
    private final Tls tls;
    private long changed;

    Certificate(Vertx vertx, Tls tls) {
        this.vertx = vertx;
        this.tls = tls;
    }

    static PemKeyCertOptions options(Tls tls) {
        return new PemKeyCertOptions()
                .setCertPath(tls.certificate().toString())
                .setKeyPath(tls.key().toString());
    }

    void watch(HttpServer server) {
        newest().onSuccess(first -> changed = first);
        vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, timer -> newest().onSuccess(last -> {
            if (changed != 0 && last > changed) {
                changed = last;
                renew(server);
            }
        }));
    }

    /** A pair that does not fit, as while the second file is being written, leaves the old one in use. */
    private void renew(HttpServer server) {
        server.updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(options(tls)))
                .onSuccess(done -> log.info("Took the new certificate from {}", tls.certificate()))
                .onFailure(cause -> log.warn("Kept the old certificate: {}", cause.toString()));
    }

    private Future<Long> newest() {
        return Future.all(
                        vertx.fileSystem().props(tls.certificate().toString()),
                        vertx.fileSystem().props(tls.key().toString()))
                .map(both -> both.<io.vertx.core.file.FileProps>list().stream()
                        .mapToLong(file -> file.lastModifiedTime())
                        .max()
                        .orElse(0));
    }
}
