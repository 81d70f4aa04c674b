package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Archive;
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
    private static final Author LI = new Author("li", NOON);

    private final Accounts accounts;
    private final Archive archive;
    private final String site;
    private final String name = "ann-" + UUID.randomUUID();
    private final byte[] token = UUID.randomUUID().toString().getBytes();

    PgAccountsTest(Shared shared) {
        accounts = shared.database.accounts();
        archive = shared.database.archive();
        site = shared.newSite();
    }

    @Test
    void an_account_is_kept_whole_and_replaced_whole() {
        Account account = new Account(name, "$argon2id$1", Role.DESK, Set.of("a", "b"));
        assertThat(await(accounts.account(name))).isEmpty();
        await(accounts.put(account, LI));
        assertThat(await(accounts.account(name))).contains(account);
        Account other = new Account(name, "$argon2id$2", Role.ADMIN, Set.of());
        await(accounts.put(other, LI));
        assertThat(await(accounts.account(name))).contains(other);
    }

    @Test
    void a_session_is_good_until_its_end_or_until_it_is_closed() {
        LoginSession session = new LoginSession(name, Role.ENERGY, Set.of("a"), NOON);
        await(accounts.open(token, session));
        assertThat(await(session(token, NOON.minusMillis(1)))).contains(session);
        assertThat(await(session(token, NOON))).isEmpty();

        byte[] screen = UUID.randomUUID().toString().getBytes();
        await(accounts.open(screen, new LoginSession("screen", Role.WALL, Set.of("a"), null)));
        assertThat(await(session(screen, NOON.plusSeconds(1_000_000_000)))).isPresent();
        await(accounts.close(screen));
        assertThat(await(session(screen, NOON))).isEmpty();
    }

    @Test
    void sessions_end_where_the_password_the_role_or_the_sites_change_and_only_there() {
        Account account = new Account(name, "$argon2id$1", Role.DESK, Set.of("a", "b"));
        await(accounts.put(account, LI));
        for (Account changed : new Account[] {
            new Account(name, "$argon2id$2", Role.DESK, Set.of("a", "b")),
            new Account(name, "$argon2id$2", Role.WALL, Set.of("a", "b")),
            new Account(name, "$argon2id$2", Role.WALL, Set.of("a"))
        }) {
            byte[] hash = UUID.randomUUID().toString().getBytes();
            await(accounts.open(hash, new LoginSession(name, Role.DESK, Set.of("a"), null)));
            await(accounts.put(await(accounts.account(name)).orElseThrow(), LI));
            assertThat(await(session(hash, NOON))).as("nothing changed").isPresent();
            await(accounts.put(changed, LI));
            assertThat(await(session(hash, NOON))).isEmpty();
        }
    }

    private Future<Optional<LoginSession>> session(byte[] hash, Instant now) {
        return accounts.sessions(List.of(new byte[] {99}, hash), now).map(found -> found.get(1));
    }

    private Instant lastUsed() {
        return await(accounts.screens(site, 100, null)).items().get(0).lastUsed();
    }

    private List<String> trail() {
        return await(archive.audit(site, 100, null)).items().stream()
                .map(line -> line.actor() + " " + line.action() + " " + line.subject())
                .toList();
    }

    @Test
    void an_account_and_its_line_in_the_trail_of_each_site_that_it_reaches_are_written_together() {
        await(accounts.put(new Account(name, "$argon2id$1", Role.DESK, Set.of(site)), LI));
        await(accounts.put(new Account(name, "$argon2id$1", Role.DESK, Set.of("elsewhere")), LI));
        await(accounts.put(new Account(name, "$argon2id$1", Role.ADMIN, Set.of("elsewhere")), LI));
        await(accounts.put(new Account(name, "$argon2id$1", Role.ADMIN, Set.of()), LI));
        assertThat(await(accounts.remove(name, LI))).isTrue();
        assertThat(await(accounts.remove(name, LI))).isFalse();
        assertThat(trail())
                .containsExactly(
                        "li remove-account " + name,
                        "li put-account " + name + " admin",
                        "li put-account " + name + " desk",
                        "li put-account " + name + " desk");
    }

    @Test
    void an_account_that_is_removed_or_changed_lets_nobody_in_who_was_just_logging_in() {
        Account account = new Account(name, "$argon2id$1", Role.DESK, Set.of(site));
        await(accounts.put(account, LI));
        assertThat(await(accounts.logIn(token, account, NOON))).isTrue();
        await(accounts.put(new Account(name, "$argon2id$2", Role.DESK, Set.of(site)), LI));
        assertThat(await(session(token, NOON.minusSeconds(1)))).isEmpty();
        assertThat(await(accounts.logIn(token, account, NOON))).isFalse();
        await(accounts.remove(name, LI));
        assertThat(await(accounts.logIn(token, account, NOON))).isFalse();
        assertThat(await(session(token, NOON.minusSeconds(1)))).isEmpty();
    }

    @Test
    void accounts_are_listed_page_by_page_those_of_a_site_with_those_of_all() {
        await(accounts.put(new Account(name + "-1", "$argon2id$1", Role.DESK, Set.of(site)), LI));
        await(accounts.put(new Account(name + "-2", "$argon2id$1", Role.DESK, Set.of("elsewhere")), LI));
        await(accounts.put(new Account(name + "-3", "$argon2id$1", Role.ADMIN, Set.of()), LI));
        var page = await(accounts.accounts(site, 1, name));
        assertThat(page.items()).extracting(Account::name).containsExactly(name + "-1");
        assertThat(await(accounts.accounts(site, 500, page.cursor())).items())
                .extracting(Account::name)
                .contains(name + "-3")
                .doesNotContain(name + "-1", name + "-2");
        assertThat(await(accounts.accounts(null, 2, name)).items())
                .extracting(Account::name)
                .containsExactly(name + "-1", name + "-2");
    }

    @Test
    void a_screen_is_listed_until_it_is_revoked_and_the_trail_has_both() {
        await(accounts.openScreen(token, "screen-1", "Lounge", site, LI));
        Accounts.Screen fresh = new Accounts.Screen("screen-1", "Lounge", NOON, null);
        assertThat(await(accounts.screens(site, 100, null)).items()).containsExactly(fresh);
        assertThat(await(session(token, NOON))).contains(new LoginSession("screen-1", Role.WALL, Set.of(site), null));
        assertThat(lastUsed()).isEqualTo(NOON);
        await(session(token, NOON.plusSeconds(599)));
        assertThat(lastUsed()).as("noted every ten minutes").isEqualTo(NOON);
        await(session(token, NOON.plusSeconds(600)));
        assertThat(lastUsed()).isEqualTo(NOON.plusSeconds(600));
        assertThat(await(accounts.closeScreen("screen-1", "elsewhere", LI))).isFalse();
        assertThat(await(accounts.closeScreen("screen-1", site, LI))).isTrue();
        assertThat(await(accounts.closeScreen("screen-1", site, LI))).isFalse();
        assertThat(await(accounts.screens(site, 100, null)).items()).isEmpty();
        assertThat(await(session(token, NOON))).isEmpty();
        assertThat(trail()).containsExactly("li close-screen screen-1", "li open-screen screen-1");
    }
}
