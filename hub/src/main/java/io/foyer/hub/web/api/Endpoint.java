package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts.Role;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One method of one path.
 *
 * @param path with variables as {@code {name}}; one called {@code site} must be a site of this hub that the session may
 *     see
 * @param roles who may call it; empty: everybody, without a session
 * @param accepts the media type of the body; another one than JSON is a file, which may be larger, and which is read only
 *     once it is known who sends it
 */
record Endpoint(HttpMethod method, String path, Set<Role> roles, String accepts, Function<Call, Future<Answer>> act) {
    static final Set<Role> ANYBODY = Set.of();
    static final Set<Role> ALL = Set.of(Role.values());
    static final Set<Role> ENERGY = Set.of(Role.ENERGY, Role.DESK, Role.ADMIN);
    static final Set<Role> DESK = Set.of(Role.DESK, Role.ADMIN);
    static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    static final String JSON = "application/json";
    private static final String SITE = "/api/v1/sites/{site}";

    static Endpoint of(HttpMethod method, String path, Set<Role> roles, Function<Call, Future<Answer>> act) {
        return new Endpoint(method, "/api/v1" + path, roles, JSON, act);
    }

    static Endpoint ofSite(HttpMethod method, String path, Set<Role> roles, Function<Call, Future<Answer>> act) {
        return new Endpoint(method, SITE + path, roles, JSON, act);
    }

    /** The desk puts one thing of a site. */
    static <B> Endpoint put(String path, Class<B> body, BiFunction<Call, B, Future<Answer>> act) {
        return ofSite(HttpMethod.PUT, path, DESK, call -> call.withBody(body, read -> act.apply(call, read)));
    }

    static Endpoint file(String path, Set<Role> roles, String accepts, Function<Call, Future<Answer>> act) {
        return new Endpoint(HttpMethod.POST, SITE + path, roles, accepts, act);
    }

    /** A stranger has little to send. */
    int mostBytes() {
        return takesFile() ? Api.MOST_FILE_BYTES : roles.isEmpty() ? Api.MOST_STRANGERS_BYTES : Api.MOST_BODY_BYTES;
    }

    boolean takesFile() {
        return !accepts.equals(JSON);
    }

    boolean isOfSite() {
        return path.startsWith(SITE);
    }

    /** An administrator's, below no site: who may see only some sites would reach the others by it. */
    boolean isOfWholeHub() {
        return roles.equals(ADMIN) && !isOfSite();
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET);
    }
}
