package io.foyer.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Accounts.Session;
import io.foyer.hub.web.login.Tokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * How a command on this machine reaches the running hub: {@code data.dir/hub.json}, readable by its owner only, says
 * where it listens and holds a token. Whoever can read the data directory may do anything anyway.
 */
final class LocalDoor {
    static final String FILE = "hub.json";
    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private final Vertx vertx;
    private final Path file;

    /** What the file says. */
    record Content(String url, String token) {}

    private LocalDoor(Vertx vertx, Path file) {
        this.vertx = vertx;
        this.file = file;
    }

    static Future<LocalDoor> open(Vertx vertx, Settings settings, Accounts accounts, int port, Clock clock) {
        LocalDoor door = new LocalDoor(vertx, settings.dataDir().resolve(FILE));
        String url = (settings.tls().isPresent() ? "https://" : "http://")
                + settings.httpHost().replace("0.0.0.0", "127.0.0.1") + ":" + port;
        vertx.setPeriodic(GOOD_FOR.toMillis() / 3, id -> door.renew(accounts, url, clock));
        return door.renew(accounts, url, clock).map(door);
    }

    private Future<Void> renew(Accounts accounts, String url, Clock clock) {
        String token = Tokens.random();
        Session session =
                new Session("local", Role.ADMIN, Set.of(), clock.instant().plus(GOOD_FOR));
        return accounts.open(Tokens.hash(token), session).compose(opened -> write(new Content(url, token)));
    }

    private Future<Void> write(Content content) {
        String path = file.toString();
        try {
            Buffer json = Buffer.buffer(new JsonMapper().writeValueAsBytes(content));
            return vertx.fileSystem()
                    .delete(path)
                    .transform(gone -> vertx.fileSystem().createFile(path, "rw-------"))
                    .compose(created -> vertx.fileSystem().writeFile(path, json));
        } catch (JsonProcessingException e) {
            return Future.failedFuture(e);
        }
    }

    Future<Void> close() {
        return vertx.fileSystem().delete(file.toString());
    }
}
