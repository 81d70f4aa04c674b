package io.foyer.hub.web;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.web.login.SessionTokens;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts and sessions in memory; nothing but hashes is kept. It can be away. */
public class TestAccounts implements Accounts {
    public final Map<String, Account> accounts = new ConcurrentHashMap<>();
    public final Map<String, LoginSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Screen> screens = new ConcurrentHashMap<>();
    public final List<String> trail = new CopyOnWriteArrayList<>();
    public final AtomicInteger lookUps = new AtomicInteger();
    public volatile boolean away;
    private final SessionTokens made = new SessionTokens(new HubSeal(new byte[32]));
    private final AtomicInteger tokens = new AtomicInteger();

    /** A good token of this role, without a login. */
    public String token(Role role, String... sites) {
        return token("test-" + Role.valueOf(role.name()), role, null, sites);
    }

    public String token(String user, Role role, Instant until, String... sites) {
        return keep(made.random(), new LoginSession(user, role, Set.of(sites), until));
    }

    /** A good token as older hubs made them. */
    public String unmarkedToken(Role role) {
        return keep("%043d".formatted(tokens.incrementAndGet()), new LoginSession("test", role, Set.of(), null));
    }

    private String keep(String token, LoginSession session) {
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
    public Future<ListPage<Account>> accounts(String site, int limit, String cursor) {
        return answer(new ListPage<>(
                new TreeMap<>(accounts)
                        .values().stream()
                                .filter(account -> site == null
                                        || account.sites().isEmpty()
                                        || account.sites().contains(site))
                                .toList(),
                null));
    }

    @Override
    public Future<Void> put(Account account, Author author) {
        if (away) {
            return answer(null);
        }
        trail.add(author.name() + " put-account " + account.name());
        Account before = accounts.put(account.name(), account);
        if (before != null && !before.equals(account)) {
            sessions.values().removeIf(session -> session.user().equals(account.name()));
        }
        return answer(null);
    }

    @Override
    public Future<Boolean> remove(String name, Author author) {
        trail.add(author.name() + " remove-account " + name);
        sessions.values().removeIf(session -> session.user().equals(name));
        return answer(accounts.remove(name) != null);
    }

    @Override
    public Future<Boolean> logIn(byte[] tokenHash, Account account, Instant until) {
        boolean isSame = account.equals(accounts.get(account.name()));
        if (isSame) {
            sessions.put(key(tokenHash), new LoginSession(account.name(), account.role(), account.sites(), until));
        }
        return answer(isSame);
    }

    @Override
    public Future<Void> openScreen(byte[] tokenHash, String id, String name, String site, Author author) {
        trail.add(author.name() + " open-screen " + id);
        screens.put(id, new Screen(id, name, author.at(), null));
        return open(tokenHash, new LoginSession(id, Role.WALL, Set.of(site), null));
    }

    @Override
    public Future<ListPage<Screen>> screens(String site, int limit, String cursor) {
        return answer(new ListPage<>(
                sessions.values().stream()
                        .filter(session ->
                                session.until() == null && session.sites().equals(Set.of(site)))
                        .map(session -> screens.get(session.user()))
                        .filter(Objects::nonNull)
                        .toList(),
                null));
    }

    @Override
    public Future<Boolean> closeScreen(String id, String site, Author author) {
        trail.add(author.name() + " close-screen " + id);
        return answer(sessions.values()
                .removeIf(
                        session -> session.user().equals(id) && session.sites().equals(Set.of(site))));
    }

    @Override
    public Future<Void> open(byte[] tokenHash, LoginSession session) {
        sessions.put(key(tokenHash), session);
        return answer(null);
    }

    @Override
    public Future<List<Optional<LoginSession>>> sessions(List<byte[]> tokenHashes, Instant now) {
        lookUps.incrementAndGet();
        for (byte[] hash : tokenHashes) {
            LoginSession session = sessions.get(key(hash));
            screens.computeIfPresent(
                    session == null ? "" : session.user(),
                    (id, screen) -> new Screen(id, screen.name(), screen.created(), now));
        }
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
