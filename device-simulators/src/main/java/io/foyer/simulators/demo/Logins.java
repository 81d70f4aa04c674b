package io.foyer.simulators.demo;

import io.foyer.simulators.api.Api;
import io.foyer.simulators.setting.Refusal;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The accounts of the demo, one for each page. */
final class Logins {
    /** Each has a page of its own name. */
    private static final List<String> ROLES = List.of("wall", "energy", "desk");

    private final Api api;
    private final String address;
    private final String site;
    private final String adminPassword;

    Logins(Api api, String address, String site, String adminPassword) {
        this.api = api;
        this.address = address;
        this.site = site;
        this.adminPassword = adminPassword;
    }

    /** Makes the accounts that are missing, and says how one gets in. */
    void tell(PrintStream out) {
        out.println();
        for (String role : ROLES) {
            if (!new Api(address).login(role, "demo-" + role)) {
                Api.Answer answer = api.put("/users/" + role, Map.of("password", "demo-" + role, "role", role));
                if (!answer.isOk()) {
                    throw new Refusal("demo: the hub refuses the account " + role + ": " + answer.body());
                }
            }
            out.printf("  http://%s/%s/%s   login: %s, password: demo-%s%n", address, role, site, role, role);
        }
        out.printf("  http://%s/   login: admin, password: %s%n%n", address, adminPassword);
    }
}
