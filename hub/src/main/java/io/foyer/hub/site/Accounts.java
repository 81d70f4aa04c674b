package io.foyer.hub.site;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use the pages and the API. Passwords and tokens come here hashed; nothing here can be turned back. */
public interface Accounts {

    Future<Optional<Account>> account(String name);

    /** Writes the account whole; its sessions end where the password or the role changed. */
    Future<Void> put(Account account);

    /** Opens a session. {@code until} null: for as long as nobody revokes it (a wall screen). */
    Future<Void> open(byte[] tokenHash, Session session);

    /** The sessions of tokens, in their order; empty where it is not good at {@code now}. */
    Future<List<Optional<Session>>> sessions(List<byte[]> tokenHashes, Instant now);

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

    /** What a token stands for. */
    record Session(
            String user,
            Role role,
            Set<String> sites,
            @Nullable Instant until) {
        public Session {
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
