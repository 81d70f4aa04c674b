package io.foyer.hub.site;

import io.foyer.hub.site.Archive.ListPage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the pages and the API. Passwords and tokens come here hashed; nothing here can be turned back. What an
 * {@link Author} changes and its line of the trail are written together or not at all.
 */
public interface Accounts {

    Future<Optional<Account>> account(String name);

    /** Those that reach a site, or all where that is null; by name. */
    Future<ListPage<Account>> accounts(@Nullable String site, int limit, @Nullable String cursor);

    /** Writes the account whole; its sessions end where the password, the role or the sites changed. */
    Future<Void> put(Account account, Author author);

    /** Removes an account and ends its sessions; false where there is none. */
    Future<Boolean> remove(String name, Author author);

    /** Opens a session of an account; false where that is not as given any more. */
    Future<Boolean> logIn(byte[] tokenHash, Account account, Instant until);

    /** Opens a session of the hub's own. */
    Future<Void> open(byte[] tokenHash, LoginSession session);

    /** The sessions of tokens, in their order; empty where it is not good at {@code now}. */
    Future<List<Optional<LoginSession>>> sessions(List<byte[]> tokenHashes, Instant now);
    /** Opens a session of a wall screen of one site, which lasts until it is closed. */
    Future<Void> openScreen(byte[] tokenHash, String id, String site, Author author);

    /** The ids of a site's screens. */
    Future<ListPage<String>> screens(String site, int limit, @Nullable String cursor);

    /** Ends a screen's session; false where the site has no such screen. */
    Future<Boolean> closeScreen(String id, String site, Author author);

    Future<Void> close(byte[] tokenHash);

    /**
     * A person with a password.
     *
     * @param passwordHash argon2id in its usual text form
     * @param sites the sites it may see; empty is all
     */
    record Account(String name, String passwordHash, Role role, Set<String> sites) {
        public Account {
            sites = Set.copyOf(sites);
        }
    }

    /** Who changes an account or a screen, and when. */
    record Author(String name, Instant at) {}

    /** What a token stands for. */
    record LoginSession(
            String user,
            Role role,
            Set<String> sites,
            @Nullable Instant until) {
        public LoginSession {
            sites = Set.copyOf(sites);
        }
    }

    /** What a person or a screen does here, and so what it may see. */
    enum Role {
        WALL,
        ENERGY,
        DESK,
        ADMIN
    }
}
