package io.foyer.hub.web.login;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.AttemptBudget;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of a token. An answer of the store is remembered for {@link #REMEMBERED}, so a page with many
 * requests asks the store once. A session that ends in this hub ends here at once. A token without this hub's mark may
 * be an old one or made up. The hub looks up {@link #STRANGE_PER_NEIGHBOURHOOD} such tokens a minute from one
 * neighbourhood and {@link #STRANGE_IN_ALL} in all, and remembers only those that it finds. Only the people's loop uses
 * this.
 */
final class KnownSessions {
    static final Duration REMEMBERED = Duration.ofSeconds(5);
    static final int STRANGE_PER_NEIGHBOURHOOD = 60;
    static final int STRANGE_IN_ALL = 600;
    private static final int MOST_REMEMBERED = 10_000;

    private final SessionTokens tokens;
    private final SessionLookups lookUps;
    private final AttemptBudget<String> strangeHere;
    private final AttemptBudget<String> strangeInAll;
    private final InstantSource clock;
    private final Map<String, KnownSession> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .<String, KnownSession>build()
            .asMap();

    private int ends;

    private record KnownSession(Future<Optional<LoginSession>> session, Instant asked) {}

    KnownSessions(Accounts accounts, SessionTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.lookUps = new SessionLookups(accounts);
        this.strangeHere = new AttemptBudget<>(STRANGE_PER_NEIGHBOURHOOD, clock);
        this.strangeInAll = new AttemptBudget<>(STRANGE_IN_ALL, clock);
        this.clock = clock;
    }

    /**
     * The session of a token; empty where it is not good now. Fails while the store is away and no answer is
     * remembered. Fails with {@link RejectedExecutionException} for a strange token where there are too many of these.
     */
    Future<Optional<LoginSession>> find(String token, String neighbourhood) {
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

    /** Asks the store. While the store is away its last answer counts, so that a person can still block a card. */
    private Future<Optional<LoginSession>> ask(byte[] hash, Instant now, @Nullable KnownSession last) {
        Future<Optional<LoginSession>> answer = lookUps.of(hash, now);
        return last != null && last.session().succeeded()
                ? answer.otherwise(away -> last.session().result())
                : answer;
    }

    private static boolean isGood(LoginSession session, Instant now) {
        return session.until() == null || now.isBefore(session.until());
    }

    /** Forgets the sessions of a user, and answers under way, because the store may have given them before the end. */
    void forget(String user) {
        ends++;
        known.values()
                .removeIf(one -> !one.session().succeeded()
                        || one.session()
                                .result()
                                .filter(session -> !session.user().equals(user))
                                .isEmpty());
    }
}
