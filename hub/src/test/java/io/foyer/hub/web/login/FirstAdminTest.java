package io.foyer.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.web.TestAccounts;
import io.foyer.hub.web.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private final TestHub hub = new TestHub();

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void the_first_admin_is_made_once_and_follows_the_settings() {
        TestAccounts accounts = new TestAccounts();
        var generated = TestHub.await(FirstAdmin.ensure(accounts, hub.passwords, null, hub.clock.instant()));
        assertThat(generated).isPresent();
        String hash = accounts.accounts.get("admin").passwordHash();
        assertThat(TestHub.await(hub.passwords.fits(generated.get(), hash, false)))
                .isTrue();
        assertThat(TestHub.await(FirstAdmin.ensure(accounts, hub.passwords, null, hub.clock.instant())))
                .isEmpty();
        assertThat(accounts.accounts.get("admin").passwordHash()).isEqualTo(hash);
        assertThat(TestHub.await(FirstAdmin.ensure(accounts, hub.passwords, "mine", hub.clock.instant())))
                .isEmpty();
        String mine = accounts.accounts.get("admin").passwordHash();
        assertThat(TestHub.await(hub.passwords.fits("mine", mine, false))).isTrue();
        TestHub.await(FirstAdmin.ensure(accounts, hub.passwords, "mine", hub.clock.instant()));
        assertThat(accounts.accounts.get("admin").passwordHash()).isEqualTo(mine);
    }
}
