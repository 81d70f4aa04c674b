package io.foyer.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.login.SessionTokens;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a command on this machine reaches the running hub. {@code data.dir/hub.json} tells where the hub listens, and
 * holds a token; only its owner can read the file. Whoever can read the data directory already has every right.
 */
final class LocalAccess {
    static final String FILE = "hub.json";
    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private final Vertx vertx;
    private final Path file;
    private final Accounts accounts;
    private final SessionTokens tokens;
    private byte @Nullable [] open;

    /**
     * The content of the file.
     *
     * @param config the absolute path of the folder that the hub reads; null in a file that an older hub wrote
     */
    record HubFile(String url, String token, @Nullable String config) {}

    private LocalAccess(Vertx vertx, Path file, Accounts accounts, SessionTokens tokens) {
        this.vertx = vertx;
        this.file = file;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Creates the data directory if it is missing, as beside an external database. */
    static Future<LocalAccess> open(
            Vertx vertx,
            Settings settings,
            Path folder,
            Accounts accounts,
            SessionTokens tokens,
            int port,
            Clock clock) {
        LocalAccess door = new LocalAccess(vertx, settings.dataDir().resolve(FILE), accounts, tokens);
        String config = whole(folder);
        String url = (settings.tls().isPresent() ? "https://" : "http://")
                + NetUtil.toSocketAddressString(near(settings.httpHost()), port);
        vertx.setPeriodic(GOOD_FOR.toMillis() / 3, id -> door.renew(url, config, clock));
        return vertx.fileSystem()
                .mkdirs(settings.dataDir().toString(), "rwx------")
                .compose(made -> door.renew(url, config, clock))
                .map(door);
    }

    Future<Void> renew(String url, String config, Clock clock) {
        String token = tokens.random();
        LoginSession session =
                new LoginSession("local", Role.ADMIN, Set.of(), clock.instant().plus(GOOD_FOR));
        byte[] hash = SessionTokens.hash(token);
        return accounts.open(hash, session)
                .compose(opened -> write(new HubFile(url, token, config)))
                .compose(written -> {
                    byte[] before = open;
                    open = hash;
                    return before == null ? Future.succeededFuture() : accounts.close(before);
                });
    }

    /** The address at which a process of this machine reaches a server that listens on {@code host}. */
    static String near(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
    }

    /** The path of a folder that means the same to every process of this machine. */
    static String whole(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    private Future<Void> write(HubFile content) {
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
        byte[] last = open;
        return vertx.fileSystem()
                .delete(file.toString())
                .transform(gone -> last == null ? Future.succeededFuture() : accounts.close(last));
    }
}
