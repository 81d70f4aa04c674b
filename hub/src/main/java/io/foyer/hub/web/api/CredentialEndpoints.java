package io.foyer.hub.web.api;

import io.foyer.hub.domain.TextMargins;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.RemoveCredential;
import io.foyer.hub.web.wire.CredentialBody;
import io.foyer.hub.web.wire.CredentialEntry;
import io.foyer.hub.web.wire.CredentialEntry.Status;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Endpoints for credentials. */
final class CredentialEndpoints {
    private static final String PATH = "/credentials/{type}/{value}";

    private final SiteDirectory directory;
    private final Archive archive;
    private final SealedPins pins;

    CredentialEndpoints(SiteDirectory directory, Archive archive, SealedPins pins) {
        this.directory = directory;
        this.archive = archive;
        this.pins = pins;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.PUT,
                                PATH,
                                Roles.DESK,
                                "members",
                                "Write a credential; in force for the next swipe")
                        .answers(CredentialEntry.class)
                        .responds(Response.inPartInForce(Content.one(CredentialEntry.class)), Response.UNWRITABLE)
                        .handledBy(CredentialBody.class, this::put),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/credentials",
                                Roles.DESK,
                                "access",
                                "The credentials of a member, or the holder of a credential; 500 at most")
                        .takes(
                                Parameter.text("member", "Only credentials of this member"),
                                Parameter.oneOf(
                                        "type",
                                        "The type of the credential with this `value`; the default is `card`",
                                        CredentialType.values()),
                                Parameter.text(
                                        "value",
                                        "The value of the credential, as people write it or as readers read it"))
                        .answersList(CredentialEntry.class)
                        .handledBy(this::find),
                Operation.ofSite(HttpMethod.DELETE, PATH, Roles.DESK, "members", "Remove a credential")
                        .answersNothing()
                        .responds(Response.inForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(this::remove));
    }

    /**
     * Finds the credentials of a member, or who holds a credential. The desk needs the whole value to block a lost
     * card.
     */
    private Future<ApiAnswer> find(ApiCall call) {
        String member = call.fields().optionalId("member", call.query("member"));
        CredentialType type = call.fields().optionalOneOf("type", call.query("type"), CredentialType.values());
        String value = call.query("value");
        if (member == null && value == null) {
            call.fields().wrong("member", "请给出会员或凭证", "give a member, or a type and a value");
        }
        Credential.CredentialKey key =
                value == null ? null : pins.key(call.site(), type == null ? CredentialType.CARD : type, value);
        return call.answer(() -> StoreFault.of(archive.credentials(call.site(), member, key))
                .map(found -> ApiAnswer.ok(
                        ItemList.all(found.stream().map(CredentialEntry::of).toList()))));
    }

    private Future<ApiAnswer> put(ApiCall call, CredentialBody body) {
        RequestFields fields = call.fields();
        Credential.CredentialKey key = key(call);
        String pin = body.pin() == null || body.pin().isEmpty() ? null : fields.pin("pin", body.pin());
        if (pin != null && key.type() == CredentialType.PIN) {
            fields.wrong("pin", "密码凭证不再需要密码", "a PIN has no PIN beside it");
        }
        String member = fields.id("member", body.member());
        Status status = body.status() == null ? Status.ACTIVE : fields.oneOf("status", body.status(), Status.values());
        Instant until =
                fields.lastInstant("until", body.until(), call.definition().timeZone());
        return call.answer(() -> {
            Credential credential = new Credential(
                    key,
                    member,
                    status == Status.BLOCKED,
                    until,
                    pin == null ? null : pins.beside(call.site(), key, pin));
            return directory
                    .change(
                            call.site(),
                            new PutCredential(credential, body.pin() == null),
                            call.session().user())
                    .map(reply -> ApiAnswer.of(reply, CredentialEntry.of(credential)));
        });
    }

    private Future<ApiAnswer> remove(ApiCall call) {
        Credential.CredentialKey key = key(call);
        return call.answer(() -> directory
                .change(call.site(), new RemoveCredential(key), call.session().user())
                .map(reply -> ApiAnswer.of(reply, Map.of())));
    }

    private Credential.CredentialKey key(ApiCall call) {
        CredentialType type = call.fields().oneOf("type", call.path("type"), CredentialType.values());
        String value = TextMargins.off(call.path("value"));
        return pins.key(
                call.site(),
                type,
                type == CredentialType.PIN
                        ? call.fields().pin("value", value)
                        : call.fields().text("value", value));
    }
}
