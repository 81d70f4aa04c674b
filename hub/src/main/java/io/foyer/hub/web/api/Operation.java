package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts.Role;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one method of one path takes and answers. The hub makes the router from its operations. A test makes the OpenAPI
 * document from the same operations.
 *
 * @param path with variables as {@code {name}}; a variable {@code site} must be a site of this hub that the session may
 *     see
 * @param roles who may call the operation; empty: everybody, without a session
 * @param parameters the parameters of the query, and those of the path that say more than {@link Parameter#ofPath}
 * @param body null where the operation reads no body
 * @param responses the responses that {@link Response#of} does not add for each operation of such a kind
 */
record Operation(
        HttpMethod method,
        String path,
        Set<Role> roles,
        String tag,
        String summary,
        String description,
        List<Parameter> parameters,
        @Nullable Content body,
        List<Response> responses) {
    private static final String HUB = "/api/v1";
    private static final String SITE = HUB + "/sites/{site}";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    /** An operation of the whole hub. */
    static Operation of(HttpMethod method, String path, Set<Role> roles, String tag, String summary) {
        return new Operation(method, HUB + path, roles, tag, summary, "", List.of(), null, List.of());
    }

    /** An operation below a site. */
    static Operation ofSite(HttpMethod method, String path, Set<Role> roles, String tag, String summary) {
        return new Operation(method, SITE + path, roles, tag, summary, "", List.of(), null, List.of());
    }

    Operation describedAs(String words) {
        return new Operation(method, path, roles, tag, summary, words, parameters, body, responses);
    }

    Operation takes(Parameter... more) {
        return new Operation(
                method, path, roles, tag, summary, description, joined(parameters, List.of(more)), body, responses);
    }

    /** The answer is a record. */
    Operation answers(Class<?> type) {
        return responds(Response.done(Content.one(type)));
    }

    /** The answer is a list of records, or one page of the list where the operation takes a cursor. */
    Operation answersList(Class<?> type) {
        return responds(Response.done(Content.list(type)));
    }

    Operation answersFile(String mediaType) {
        return responds(Response.done(Content.file(mediaType, "")));
    }

    /** The answer is an object without fields. */
    Operation answersNothing() {
        return responds(Response.done(Content.NOTHING));
    }

    Operation responds(Response... more) {
        return new Operation(
                method, path, roles, tag, summary, description, parameters, body, joined(responses, List.of(more)));
    }

    Endpoint handledBy(Function<ApiCall, Future<ApiAnswer>> act) {
        return new Endpoint(this, act);
    }

    <B> Endpoint handledBy(Class<B> type, BiFunction<ApiCall, B, Future<ApiAnswer>> act) {
        return new Endpoint(withBody(Content.one(type)), call -> call.withBody(type, read -> act.apply(call, read)));
    }

    /** A file may be larger than JSON. The hub reads it once the hub knows who sends it. */
    Endpoint handledBy(Content file, Function<ApiCall, Future<ApiAnswer>> act) {
        return new Endpoint(withBody(file), act);
    }

    private Operation withBody(Content read) {
        return new Operation(method, path, roles, tag, summary, description, parameters, read, responses);
    }

    /** The names of the variables in the path, in their order. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    boolean hasQuery(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name))
                && !variables().contains(name);
    }

    String accepts() {
        return body == null ? Content.JSON : body.mediaType();
    }

    boolean takesFile() {
        return body != null && body.isFile();
    }

    /** The most bytes of a body. A stranger may send few. */
    int mostBytes() {
        return takesFile() ? Api.MOST_FILE_BYTES : roles.isEmpty() ? Api.MOST_STRANGERS_BYTES : Api.MOST_BODY_BYTES;
    }

    boolean isOfSite() {
        return path.startsWith(SITE);
    }

    /** Only an administrator of all sites may call such an operation: it reaches all sites. */
    boolean isOfWholeHub() {
        return roles.equals(Roles.ADMIN) && !isOfSite();
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET);
    }

    boolean readsLedger() {
        return isOfSite() && !changes() && tag.equals("energy");
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
