package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts.Role;
import java.util.Set;

/** Who may call an operation. */
final class Roles {
    /** Everybody, without a session. */
    static final Set<Role> ANYBODY = Set.of();

    static final Set<Role> ALL = Set.of(Role.values());
    static final Set<Role> ENERGY = Set.of(Role.ENERGY, Role.DESK, Role.ADMIN);
    static final Set<Role> ENERGY_MANAGER = Set.of(Role.ENERGY, Role.ADMIN);
    static final Set<Role> DESK = Set.of(Role.DESK, Role.ADMIN);
    static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private Roles() {}
}
