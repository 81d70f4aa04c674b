package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.site.Act;
import io.foyer.hub.site.Houses;
import io.foyer.hub.web.wire.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members show to readers. */
final class CredentialEndpoints {
    private static final String PATH = "/credentials/{type}/{value}";

    private final Houses houses;

    CredentialEndpoints(Houses houses) {
        this.houses = houses;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.ofSite(
                        HttpMethod.PUT,
                        PATH,
                        Endpoint.DESK,
                        call -> call.withBody(CredentialBody.class, body -> put(call, body))),
                Endpoint.ofSite(HttpMethod.DELETE, PATH, Endpoint.DESK, this::remove));
    }

    enum Status {
        ACTIVE,
        BLOCKED
    }

    /** {@code until} is an instant, or the last day, included, on the site's calendar. */
    record CredentialBody(
            @Nullable String member,
            @Nullable String status,
            @Nullable String pin,
            @Nullable String until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CredentialEntry(
            String type,
            String value,
            String member,
            String status,
            @Nullable Instant until) {}

    private Future<Answer> put(Call call, CredentialBody body) {
        Fields fields = call.fields();
        if (body.pin() != null) {
            fields.wrong("pin", "尚不支持", "is not built yet");
        }
        Credential.Key key = key(call);
        String member = fields.id("member", body.member());
        Status status = body.status() == null ? Status.ACTIVE : fields.oneOf("status", body.status(), Status.values());
        Instant until = until(call, body.until());
        return call.answer(() -> {
            Credential credential = new Credential(key, member, status == Status.BLOCKED, until);
            CredentialEntry entry =
                    new CredentialEntry(Json.code(key.type()), key.value(), member, Json.code(status), until);
            return houses.change(
                            call.site(),
                            new Act.PutCredential(credential),
                            call.session().user())
                    .map(reply -> Answer.of(reply, entry));
        });
    }

    private static @Nullable Instant until(Call call, @Nullable String value) {
        if (value == null || value.length() != LocalDate.EPOCH.toString().length()) {
            return call.fields().instant("until", value, call.house().timeZone());
        }
        LocalDate last = call.fields().date("until", value);
        return last.plusDays(1).atStartOfDay(call.house().timeZone()).toInstant();
    }

    private Future<Answer> remove(Call call) {
        Credential.Key key = key(call);
        return call.answer(() -> houses.change(
                        call.site(),
                        new Act.RemoveCredential(key),
                        call.session().user())
                .map(reply -> Answer.of(reply, Map.of())));
    }

    private static Credential.Key key(Call call) {
        return new Credential.Key(
                call.fields().oneOf("type", call.path("type"), CredentialType.values()),
                call.fields().text("value", call.path("value")));
    }
}
