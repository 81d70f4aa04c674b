package io.foyer.hub.web.login;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.AttemptBudget;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who a token stands for. What the store said is remembered for {@link #REMEMBERED}, so a page of many requests asks it
 * once; what ends a session in this hub ends it here at once. A token without this hub's mark may be one of before, or
 * made up: those are looked up {@link #STRANGE_PER_NEIGHBOURHOOD} times a minute from one neighbourhood and
 * {@link #STRANGE_IN_ALL} in all, and only what is found of them is remembered. Used on the people's loop only.
 */
public final class PageSessions {
    /** A login lasts this long, however much it is used: nobody stays in for ever by leaving a page open. */
    public static final Duration LIFE = Duration.ofHours(12);

    static final Duration REMEMBERED = Duration.ofSeconds(5);
    static final int STRANGE_PER_NEIGHBOURHOOD = 60;
    static final int STRANGE_IN_ALL = 600;
    private static final int MOST_REMEMBERED = 10_000;

    private final Accounts accounts;
    private final SessionTokens tokens;
    private final SessionLookups lookUps;
    private final AttemptBudget<String> strangeHere;
    private final AttemptBudget<String> strangeInAll;
    private final InstantSource clock;
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private final Map<String, KnownSession> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .<String, KnownSession>build()
            .asMap();

    private int ends;

    private record KnownSession(Future<Optional<LoginSession>> session, Instant asked) {}

    public PageSessions(Accounts accounts, SessionTokens tokens, InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.lookUps = new SessionLookups(accounts);
        this.strangeHere = new AttemptBudget<>(STRANGE_PER_NEIGHBOURHOOD, clock);
        this.strangeInAll = new AttemptBudget<>(STRANGE_IN_ALL, clock);
        this.clock = clock;
    }

    /**
     * Lets a person in for {@link #LIFE}; the token is told once and kept nowhere. Empty where the account has changed
     * since it was looked up.
     */
    public Future<Optional<String>> logIn(Account account) {
        String token = tokens.random();
        return accounts.logIn(
                        SessionTokens.hash(token), account, clock.instant().plus(LIFE))
                .map(opened -> opened ? Optional.of(token) : Optional.empty());
    }

    /** A wall screen: by its id it is listed and revoked, its token is told once and kept nowhere. */
    public record ScreenSession(String id, String token) {}

    /** A token for a wall screen of one site, good until it is revoked. */
    public Future<ScreenSession> openScreen(String site, Author author) {
        ScreenSession screen = new ScreenSession(
                "screen-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt()), tokens.random());
        return accounts.openScreen(SessionTokens.hash(screen.token()), screen.id(), site, author)
                .map(screen);
    }

    /** Revokes it at once; false where the site has no such screen. */
    public Future<Boolean> closeScreen(String id, String site, Author author) {
        return accounts.closeScreen(id, site, author).onSuccess(done -> forget(id));
    }

    /**
     * The session of a token, if it is good now. Fails while the store is away and nothing is remembered, and with
     * {@link RejectedExecutionException} for a strange token where there are too many of them.
     */
    public Future<Optional<LoginSession>> find(String token, String neighbourhood) {
        if (!SessionTokens.isToken(token)) {
            return Future.succeededFuture(Optional.empty());
        }
        Instant now = clock.instant();
        byte[] hash = SessionTokens.hash(token);
        String key = HexFormat.of().formatHex(hash);
        KnownSession last = known.get(key);
        if (last != null && now.isBefore(last.asked().plus(REMEMBERED))) {
            return last.session().map(session -> session.filter(found -> isGood(found, now)));
        }
        if (last == null && !tokens.isMarked(token)) {
            return findStrange(hash, key, now, neighbourhood);
        }
        KnownSession asked = new KnownSession(ask(hash, now, last), now);
        known.put(key, asked);
        asked.session().onFailure(away -> known.remove(key, asked));
        return asked.session().map(session -> session.filter(found -> isGood(found, now)));
    }

    private Future<Optional<LoginSession>> findStrange(byte[] hash, String key, Instant now, String neighbourhood) {
        if (strangeHere.take(neighbourhood).isPresent() || strangeInAll.take("").isPresent()) {
            return Future.failedFuture(new RejectedExecutionException("too many strange tokens"));
        }
        int before = ends;
        return lookUps.of(hash, now).onSuccess(session -> {
            if (session.isPresent() && ends == before) {
                known.put(key, new KnownSession(Future.succeededFuture(session), now));
            }
        });
    }

    /** While the store is away what it said last still counts, so that a card can be blocked just then. */
    private Future<Optional<LoginSession>> ask(byte[] hash, Instant now, @Nullable KnownSession last) {
        Future<Optional<LoginSession>> answer = lookUps.of(hash, now);
        return last != null && last.session().succeeded()
                ? answer.otherwise(away -> last.session().result())
                : answer;
    }

    private static boolean isGood(LoginSession session, Instant now) {
        return session.until() == null || now.isBefore(session.until());
    }

    /** Ends a session, if there is one. */
    public Future<Void> close(String token, String neighbourhood) {
        return find(token, neighbourhood)
                .compose(session -> session.isEmpty()
                        ? Future.succeededFuture()
                        : accounts.close(SessionTokens.hash(token))
                                .onSuccess(closed -> forget(session.get().user())));
    }

    /** Writes an account; sessions that end by it end here at once. */
    public Future<Void> put(Account account, Author author) {
        return accounts.put(account, author).onSuccess(done -> forget(account.name()));
    }

    /** Removes an account, and its sessions end at once; false where there is none. */
    public Future<Boolean> remove(String name, Author author) {
        return accounts.remove(name, author).onSuccess(done -> forget(name));
    }

    /** Tells the user some of whose sessions may have ended. */
    public void whenEnded(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** Also what is being asked just now: it may have been answered before the end. */
    private void forget(String user) {
        ends++;
        known.values()
                .removeIf(one -> !one.session().succeeded()
                        || one.session()
                                .result()
                                .filter(session -> !session.user().equals(user))
                                .isEmpty());
        watchers.forEach(watcher -> watcher.accept(user));
    }
}
