package io.foyer.hub.web.login;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.LoginSession;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens, finds and ends sessions. A session that ends in this hub ends here at once. Only the people's loop uses this.
 */
public final class PageSessions {
    /** A login lasts this long, however much it is used. So nobody stays logged in for ever with an open page. */
    public static final Duration LIFE = Duration.ofHours(12);

    private final Accounts accounts;
    private final SessionTokens tokens;
    private final KnownSessions known;
    private final InstantSource clock;
    private final List<Consumer<String>> watchers = new ArrayList<>();

    public PageSessions(Accounts accounts, SessionTokens tokens, InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.known = new KnownSessions(accounts, tokens, clock);
        this.clock = clock;
    }

    /**
     * Opens a session for {@link #LIFE}. The token is told once and kept nowhere. Empty where the account has changed
     * since the hub looked it up.
     */
    public Future<Optional<String>> logIn(Account account) {
        String token = tokens.random();
        return accounts.logIn(
                        SessionTokens.hash(token), account, clock.instant().plus(LIFE))
                .map(opened -> opened ? Optional.of(token) : Optional.empty());
    }

    /** The session of a wall screen. Lists and revocations use the id. The token is told once and kept nowhere. */
    public record ScreenSession(String id, String token) {}

    /**
     * Opens a session for a wall screen of one site, good until it is revoked.
     *
     * @param name what people call the screen; null where nobody says
     */
    public Future<ScreenSession> openScreen(@Nullable String name, String site, Author author) {
        ScreenSession screen = new ScreenSession(
                "screen-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt()), tokens.random());
        return accounts.openScreen(SessionTokens.hash(screen.token()), screen.id(), name, site, author)
                .map(screen);
    }

    /** Revokes the session of a screen at once; false where the site has no such screen. */
    public Future<Boolean> closeScreen(String id, String site, Author author) {
        return accounts.closeScreen(id, site, author).onSuccess(done -> forget(id));
    }

    /** As {@link KnownSessions#find} says. */
    public Future<Optional<LoginSession>> find(String token, String neighbourhood) {
        return known.find(token, neighbourhood);
    }

    /** Ends a session, if there is one. */
    public Future<Void> close(String token, String neighbourhood) {
        return find(token, neighbourhood)
                .compose(session -> session.isEmpty()
                        ? Future.succeededFuture()
                        : accounts.close(SessionTokens.hash(token))
                                .onSuccess(closed -> forget(session.get().user())));
    }

    /** Writes an account. Sessions that the change ends, end here at once. */
    public Future<Void> put(Account account, Author author) {
        return accounts.put(account, author).onSuccess(done -> forget(account.name()));
    }

    /** Removes an account and ends its sessions at once; false where there is no such account. */
    public Future<Boolean> remove(String name, Author author) {
        return accounts.remove(name, author).onSuccess(done -> forget(name));
    }

    /** Sets a watcher. The watcher gets the name of a user when some of the user's sessions may have ended. */
    public void whenEnded(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    private void forget(String user) {
        known.forget(user);
        watchers.forEach(watcher -> watcher.accept(user));
    }
}
