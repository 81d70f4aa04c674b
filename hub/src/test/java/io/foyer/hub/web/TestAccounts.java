package io.foyer.hub.web;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Seal;
import io.foyer.hub.web.login.Tokens;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts and sessions in memory; nothing but hashes is kept. It can be away. */
public class TestAccounts implements Accounts {
    public final Map<String, Account> accounts = new ConcurrentHashMap<>();
    public final Map<String, Session> sessions = new ConcurrentHashMap<>();
    public final AtomicInteger lookUps = new AtomicInteger();
    public volatile boolean away;
    private final Tokens made = new Tokens(new Seal(new byte[32]));
    private final AtomicInteger tokens = new AtomicInteger();

    /** A good token of this role, without a login. */
    public String token(Role role, String... sites) {
        return token("test-" + Role.valueOf(role.name()), role, null, sites);
    }

    public String token(String user, Role role, Instant until, String... sites) {
        return keep(made.random(), new Session(user, role, Set.of(sites), until));
    }

    /** A good token as older hubs made them. */
    public String unmarkedToken(Role role) {
        return keep("%043d".formatted(tokens.incrementAndGet()), new Session("test", role, Set.of(), null));
    }

    private String keep(String token, Session session) {
        sessions.put(key(sha256(token)), session);
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
    public Future<List<Optional<Session>>> sessions(List<byte[]> tokenHashes, Instant now) {
        lookUps.incrementAndGet();
        return answer(tokenHashes.stream()
                .map(hash -> Optional.ofNullable(sessions.get(key(hash)))
                        .filter(session ->
                                session.until() == null || session.until().isAfter(now)))
                .toList());
    }

    @Override
    public Future<Void> close(byte[] tokenHash) {
        sessions.remove(key(tokenHash));
        return answer(null);
    }
}
