package io.foyer.hub.site;

import io.foyer.hub.site.Archive.ListPage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the pages and the API. Passwords and tokens come here as hashes from which nobody can recover them. A
 * change by an {@link Author} and its line of the trail are written together or not at all.
 */
public interface Accounts {

    Future<Optional<Account>> account(String name);

    /** The accounts that reach a site, or all accounts where {@code site} is null, by name. */
    Future<ListPage<Account>> accounts(@Nullable String site, int limit, @Nullable String cursor);

    /** Writes a whole account. Its sessions end where the password, the role or the sites changed. */
    Future<Void> put(Account account, Author author);

    /** Removes an account and ends its sessions. False where there is no such account. */
    Future<Boolean> remove(String name, Author author);

    /** Opens a session of an account. False where the account is no longer as given. */
    Future<Boolean> logIn(byte[] tokenHash, Account account, Instant until);

    /** Opens a session of the hub itself. */
    Future<Void> open(byte[] tokenHash, LoginSession session);

    /**
     * The sessions of tokens, in the order of the tokens; empty for a token that is not good at {@code now}. It is noted that
     * a screen was used, once in {@link #USE_NOTED} at most.
     */
    Future<List<Optional<LoginSession>>> sessions(List<byte[]> tokenHashes, Instant now);

    Duration USE_NOTED = Duration.ofMinutes(10);

    /** Opens a session for a wall screen of one site. The session lasts until somebody closes it. */
    Future<Void> openScreen(byte[] tokenHash, String id, @Nullable String name, String site, Author author);

    /** The wall screens of a site, by id. */
    Future<ListPage<Screen>> screens(String site, int limit, @Nullable String cursor);

    /** Ends the session of a screen. False where the site has no such screen. */
    Future<Boolean> closeScreen(String id, String site, Author author);

    Future<Void> close(byte[] tokenHash);

    /**
     * A person with a password.
     *
     * @param passwordHash argon2id in its usual text form
     * @param sites the sites that the account may see; empty means all
     */
    record Account(String name, String passwordHash, Role role, Set<String> sites) {
        public Account {
            sites = Set.copyOf(sites);
        }
    }

    /** Who changes an account or a screen, and when. */
    record Author(String name, Instant at) {}

    /**
     * A wall screen.
     *
     * @param name what people call it; null where nobody has said
     * @param lastUsed null where its token was never used
     */
    record Screen(
            String id,
            @Nullable String name,
            Instant created,
            @Nullable Instant lastUsed) {}

    /** The session behind a token. */
    record LoginSession(
            String user,
            Role role,
            Set<String> sites,
            @Nullable Instant until) {
        public LoginSession {
            sites = Set.copyOf(sites);
        }
    }

    /** What an account or a screen may do and see. */
    enum Role {
        WALL,
        ENERGY,
        DESK,
        ADMIN
    }
}
