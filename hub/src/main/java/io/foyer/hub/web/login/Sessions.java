package io.foyer.hub.web.login;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Accounts.Session;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who a token stands for. What the store said is remembered for {@link #REMEMBERED}, so a page of many requests asks it
 * once; what ends a session in this hub ends it here at once. Used on the people's loop only.
 */
public final class Sessions {
    /** A login lasts this long, however much it is used: nobody stays in for ever by leaving a page open. */
    public static final Duration LIFE = Duration.ofHours(12);

    static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final long PATIENCE_S = 2;
    private static final int MOST_REMEMBERED = 10_000;

    private final Accounts accounts;
    private final InstantSource clock;
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Known(Future<Optional<Session>> session, Instant asked) {}

    public Sessions(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Lets a person in for {@link #LIFE}; the token is told once and kept nowhere. */
    public Future<String> logIn(Account account) {
        return open(new Session(
                account.name(), account.role(), account.sites(), clock.instant().plus(LIFE)));
    }

    /** A token for a wall screen of one site, good until it is revoked. */
    public Future<String> openScreen(String site) {
        String name = "screen-" + Tokens.random().substring(0, 8);
        return open(new Session(name, Role.WALL, Set.of(site), null));
    }

    private Future<String> open(Session session) {
        String token = Tokens.random();
        return accounts.open(Tokens.hash(token), session).map(token);
    }

    /** The session of a token, if it is good now. Fails only while the store is away and nothing is remembered. */
    public Future<Optional<Session>> find(String token) {
        if (!Tokens.isToken(token)) {
            return Future.succeededFuture(Optional.empty());
        }
        Instant now = clock.instant();
        byte[] hash = Tokens.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Known last = known.get(key);
        if (last == null || !now.isBefore(last.asked().plus(REMEMBERED))) {
            Known asked = new Known(ask(hash, now, last), now);
            last = asked;
            known.remove(key);
            known.put(key, asked);
            asked.session().onFailure(away -> known.remove(key, asked));
        }
        return last.session().map(session -> session.filter(found -> isGood(found, now)));
    }

    /** While the store is away what it said last still counts, so that a card can be blocked just then. */
    private Future<Optional<Session>> ask(byte[] hash, Instant now, @Nullable Known last) {
        Future<Optional<Session>> answer = accounts.session(hash, now).timeout(PATIENCE_S, TimeUnit.SECONDS);
        return last != null && last.session().succeeded()
                ? answer.otherwise(away -> last.session().result())
                : answer;
    }

    private static boolean isGood(Session session, Instant now) {
        return session.until() == null || now.isBefore(session.until());
    }

    /** Ends a session, if there is one. */
    public Future<Void> close(String token) {
        return find(token)
                .compose(session -> session.isEmpty()
                        ? Future.succeededFuture()
                        : accounts.close(Tokens.hash(token))
                                .onSuccess(closed -> forget(session.get().user())));
    }

    /** Writes an account; sessions that end by it end here at once. */
    public Future<Void> put(Account account) {
        return accounts.put(account).onSuccess(done -> forget(account.name()));
    }

    /** Tells the user some of whose sessions may have ended. */
    public void whenEnded(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** Also what is being asked just now: it may have been answered before the end. */
    private void forget(String user) {
        known.values()
                .removeIf(one -> !one.session().succeeded()
                        || one.session()
                                .result()
                                .filter(session -> !session.user().equals(user))
                                .isEmpty());
        watchers.forEach(watcher -> watcher.accept(user));
    }
}
