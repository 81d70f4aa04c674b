package io.foyer.hub.web;

import io.foyer.hub.site.Accounts;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts and sessions in memory; nothing but hashes is kept. It can be away. */
public final class TestAccounts implements Accounts {
    public final Map<String, Account> accounts = new ConcurrentHashMap<>();
    public final Map<String, Session> sessions = new ConcurrentHashMap<>();
    public final AtomicInteger lookUps = new AtomicInteger();
    public volatile boolean away;
    private final AtomicInteger tokens = new AtomicInteger();

    /** A good token of this role, without a login. */
    public String token(Role role, String... sites) {
        return token("test-" + Role.valueOf(role.name()), role, null, sites);
    }

    public String token(String user, Role role, Instant until, String... sites) {
        String token = "%043d".formatted(tokens.incrementAndGet());
        sessions.put(key(sha256(token)), new Session(user, role, Set.of(sites), until));
        return token;
    }

    public void revoke(String token) {
        sessions.remove(key(sha256(token)));
    }

    public static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private <T> Future<T> answer(T value) {
        return away ? Future.failedFuture("the store is away") : Future.succeededFuture(value);
    }

    @Override
    public Future<Optional<Account>> account(String name) {
        return answer(Optional.ofNullable(accounts.get(name)));
    }

    @Override
    public Future<Void> put(Account account) {
        Account before = accounts.put(account.name(), account);
        if (before != null && !before.equals(account)) {
            sessions.values().removeIf(session -> session.user().equals(account.name()));
        }
        return answer(null);
    }

    @Override
    public Future<Void> open(byte[] tokenHash, Session session) {
        sessions.put(key(tokenHash), session);
        return answer(null);
    }

    @Override
    public Future<Optional<Session>> session(byte[] tokenHash, Instant now) {
        lookUps.incrementAndGet();
        return answer(Optional.ofNullable(sessions.get(key(tokenHash)))
                .filter(session -> session.until() == null || session.until().isAfter(now)));
    }

    @Override
    public Future<Void> close(byte[] tokenHash) {
        sessions.remove(key(tokenHash));
        return answer(null);
    }
}
