package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Accounts.Session;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class PgAccountsTest {
    private final Accounts accounts;
    private final String name = "ann-" + UUID.randomUUID();
    private final byte[] token = UUID.randomUUID().toString().getBytes();

    PgAccountsTest(Shared shared) {
        accounts = shared.database.accounts();
    }

    @Test
    void an_account_is_kept_whole_and_replaced_whole() {
        Account account = new Account(name, "$argon2id$1", Role.DESK, Set.of("a", "b"));
        assertThat(await(accounts.account(name))).isEmpty();
        await(accounts.put(account));
        assertThat(await(accounts.account(name))).contains(account);
        Account other = new Account(name, "$argon2id$2", Role.ADMIN, Set.of());
        await(accounts.put(other));
        assertThat(await(accounts.account(name))).contains(other);
    }

    @Test
    void a_session_is_good_until_its_end_or_until_it_is_closed() {
        Session session = new Session(name, Role.ENERGY, Set.of("a"), NOON);
        await(accounts.open(token, session));
        assertThat(await(session(token, NOON.minusMillis(1)))).contains(session);
        assertThat(await(session(token, NOON))).isEmpty();

        byte[] screen = UUID.randomUUID().toString().getBytes();
        await(accounts.open(screen, new Session("screen", Role.WALL, Set.of("a"), null)));
        assertThat(await(session(screen, NOON.plusSeconds(1_000_000_000)))).isPresent();
        await(accounts.close(screen));
        assertThat(await(session(screen, NOON))).isEmpty();
    }

    @Test
    void sessions_end_where_the_password_the_role_or_the_sites_change_and_only_there() {
        Account account = new Account(name, "$argon2id$1", Role.DESK, Set.of("a", "b"));
        await(accounts.put(account));
        for (Account changed : new Account[] {
            new Account(name, "$argon2id$2", Role.DESK, Set.of("a", "b")),
            new Account(name, "$argon2id$2", Role.WALL, Set.of("a", "b")),
            new Account(name, "$argon2id$2", Role.WALL, Set.of("a"))
        }) {
            byte[] hash = UUID.randomUUID().toString().getBytes();
            await(accounts.open(hash, new Session(name, Role.DESK, Set.of("a"), null)));
            await(accounts.put(await(accounts.account(name)).orElseThrow()));
            assertThat(await(session(hash, NOON))).as("nothing changed").isPresent();
            await(accounts.put(changed));
            assertThat(await(session(hash, NOON))).isEmpty();
        }
    }

    private Future<Optional<Session>> session(byte[] hash, Instant now) {
        return accounts.sessions(List.of(new byte[] {99}, hash), now).map(found -> found.get(1));
    }
}
