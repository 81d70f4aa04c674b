package io.foyer.hub.web.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.web.wire.Json;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request, past the gate. */
final class ApiCall {
    static final int MOST_ITEMS = 500;
    static final int USUAL_ITEMS = 100;

    private final RoutingContext context;
    private final Operation operation;
    private final Instant now;
    private final @Nullable LoginSession session;
    private final @Nullable SiteDefinition definition;
    private final RequestFields fields = new RequestFields();
    private final Set<String> known = new HashSet<>();

    ApiCall(
            RoutingContext context,
            Operation operation,
            Instant now,
            @Nullable LoginSession session,
            @Nullable SiteDefinition definition) {
        this.context = context;
        this.operation = operation;
        this.now = now;
        this.session = session;
        this.definition = definition;
    }

    HttpServerRequest request() {
        return context.request();
    }

    Instant now() {
        return now;
    }

    /** The session of the request. Only for an endpoint that asks for a session. */
    LoginSession session() {
        return Objects.requireNonNull(session, "this endpoint is open to all");
    }

    /** Who asks, and when, for the trail of accounts. */
    Author author() {
        return new Author(session().user(), now);
    }

    /** The site of the request. Only for an endpoint below a site. */
    SiteDefinition definition() {
        return Objects.requireNonNull(definition, "this endpoint is below no site");
    }

    String site() {
        return definition().site();
    }

    RequestFields fields() {
        return fields;
    }

    /** Does long work on another thread than the loop that serves everybody. */
    <T> Future<T> aside(Callable<T> work) {
        return context.vertx().executeBlocking(work, false);
    }

    /** The body as the client sent it. */
    byte[] bytes() {
        return Optional.ofNullable(context.body().buffer())
                .map(buffer -> buffer.getBytes())
                .orElse(new byte[0]);
    }

    String path(String name) {
        return Objects.requireNonNull(context.pathParam(name), name);
    }

    String id() {
        return fields.id("id", path("id"));
    }

    /** The value of a parameter that the operation names. */
    @Nullable String query(String name) {
        if (!operation.hasQuery(name)) {
            throw new IllegalStateException(operation.path() + " does not say that there is a parameter " + name);
        }
        known.add(name);
        List<String> values = context.queryParam(name);
        if (values.size() > 1) {
            fields.wrong(name, "只能写一次", "can be given once only");
        }
        return values.isEmpty() ? null : fields.optionalText(name, values.get(0));
    }

    /** The zone that the query names. Null where there is no such zone; then the request has an error. */
    @Nullable Zone zone() {
        Zone zone = definition().zones().get(fields.text("zone", query("zone")));
        if (zone == null) {
            fields.wrong("zone", "没有这个区域", "there is no such zone");
        }
        return zone;
    }

    /** The meter that the query names. Null where there is no such meter; then the request has an error. */
    @Nullable Meter meter() {
        Meter meter = definition().meters().get(fields.text("meter", query("meter")));
        if (meter == null) {
            fields.wrong("meter", "没有这个表计", "there is no such meter");
        }
        return meter;
    }

    @Nullable Instant instant(String name) {
        return fields.instant(name, query(name), definition().timeZone());
    }

    int limit() {
        return fields.number("limit", query("limit"), USUAL_ITEMS, 1, MOST_ITEMS);
    }

    /**
     * The answer. A wrong value among those read so far, and a GET's parameter that nobody has read, make it a problem.
     */
    Future<ApiAnswer> answer(Supplier<Future<ApiAnswer>> answer) {
        if (!operation.changes()) {
            context.queryParams().names().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> fields.wrong(name, "不认识此参数", "is not known here"));
        }
        return fields.errors().isEmpty()
                ? answer.get()
                : Future.succeededFuture(ApiAnswer.problem(Problem.invalid(fields.errors())));
    }

    /** The answer to a body of this shape, or a problem that says what is wrong with the body. */
    <T> Future<ApiAnswer> withBody(Class<T> type, Function<T, Future<ApiAnswer>> answer) {
        T body;
        try {
            body = Json.read(withoutId(), type);
        } catch (UnrecognizedPropertyException e) {
            return misfit(e, BodyMisfit.unknown(e));
        } catch (MismatchedInputException e) {
            return misfit(e, BodyMisfit.wrongType(e.getTargetType()));
        } catch (JsonMappingException e) {
            return misfit(e, BodyMisfit.wrongType(null));
        } catch (JacksonException e) {
            return unreadable();
        }
        return body == null ? unreadable() : answer.apply(body);
    }

    private Future<ApiAnswer> misfit(JsonMappingException fault, BilingualText why) {
        String field = BodyMisfit.field(fault);
        if (field.isEmpty()) {
            return unreadable();
        }
        fields.wrong(field, why.zh(), why.en());
        return answer(() -> unreadable());
    }

    /**
     * The body without an id that repeats the path. So a client can put what a GET has answered. A missing body counts
     * as an empty object.
     */
    private JsonNode withoutId() throws JacksonException {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode body = Json.read(bytes, ObjectNode.class);
        if (body == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        String id = context.pathParam("id");
        if (id != null && body.path("id").asText().equals(id)) {
            body.remove("id");
        }
        return body;
    }

    private static Future<ApiAnswer> unreadable() {
        return Future.succeededFuture(ApiAnswer.problem(400, "The body is not one JSON object."));
    }
}
