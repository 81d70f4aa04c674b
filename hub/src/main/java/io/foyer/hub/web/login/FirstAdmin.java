package io.foyer.hub.web.login;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.DeviceSecrets;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the account {@code admin}, which makes all other accounts. */
public final class FirstAdmin {
    public static final String NAME = "admin";

    private FirstAdmin() {}

    /**
     * Makes sure that {@code admin} is there and has the configured password.
     *
     * @return the generated password, to be shown once; empty where a password is configured or set already
     */
    public static Future<Optional<String>> ensure(
            Accounts accounts, Passwords passwords, @Nullable String configured, Instant now) {
        return accounts.account(NAME).compose(found -> {
            if (found.isEmpty()) {
                String password = configured == null ? DeviceSecrets.random() : configured;
                return put(accounts, passwords, password, now)
                        .map(done -> configured == null ? Optional.of(password) : Optional.empty());
            }
            if (configured == null) {
                return Future.succeededFuture(Optional.empty());
            }
            return passwords
                    .fits(configured, found.get().passwordHash(), false)
                    .compose(fits -> fits && isWhole(found.get())
                            ? Future.succeededFuture()
                            : put(accounts, passwords, configured, now))
                    .map(done -> Optional.empty());
        });
    }

    private static boolean isWhole(Account account) {
        return account.role() == Role.ADMIN && account.sites().isEmpty();
    }

    private static Future<Void> put(Accounts accounts, Passwords passwords, String password, Instant now) {
        Author hub = new Author("foyer", now);
        return passwords
                .hash(password)
                .compose(hash -> accounts.put(new Account(NAME, hash, Role.ADMIN, Set.of()), hub));
    }
}
