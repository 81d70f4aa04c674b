package io.foyer.simulators.bench;

import io.foyer.simulators.api.Api;
import io.foyer.simulators.setting.Refusal;
import java.util.Map;

/** Gives the bench site a member whose cards open every door, over the hub's API. */
final class Members {
    private final Api api;

    private Members(Api api) {
        this.api = api;
    }

    /** The token of the administrator who has entered them. */
    static String enter(int httpPort, String adminPassword) {
        Members members = new Members(new Api("127.0.0.1:" + httpPort));
        if (!members.api.login("admin", adminPassword)) {
            throw new Refusal("bench: the hub does not take the password that it was given.");
        }
        members.put("/members/ann", Map.of("name", "Ann"));
        members.put(
                "/memberships/m1", Map.of("member", "ann", "plan", "all", "from", "2020-01-01", "status", "active"));
        for (int card = 0; card < BenchSite.CARDS; card++) {
            members.put("/credentials/card/" + BenchSite.card(card), Map.of("member", "ann", "status", "active"));
        }
        return members.api.token();
    }

    private void put(String path, Map<String, String> body) {
        Api.Answer answer = api.put(BenchSite.path() + path, body);
        if (!answer.isOk()) {
            throw new Refusal("bench: PUT " + path + " was answered " + answer.status() + ": " + answer.body());
        }
    }
}
