package io.foyer.hub.web.api;

import io.foyer.hub.domain.TextMargins;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.EventFilter;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.SiteDirectory.AccessQuestion;
import io.foyer.hub.web.wire.EventEntry;
import io.foyer.hub.web.wire.ExplanationEntry;
import io.foyer.hub.web.wire.PresentEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;

/** Endpoints for decisions at doors, their explanation, and the people who are in. */
final class AccessEndpoints {
    private final SiteDirectory directory;
    private final Archive archive;

    AccessEndpoints(SiteDirectory directory, Archive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/access-events",
                                Roles.DESK,
                                "access",
                                "Decisions at doors, newest first")
                        .takes(
                                Parameter.instant("since", "Only decisions at this time or later"),
                                Parameter.text("member", "Only decisions about this member"),
                                Parameter.text("door", "Only decisions at this door"),
                                Parameter.oneOf("outcome", "Only decisions with this outcome", AccessOutcome.values()),
                                Parameter.LIMIT,
                                Parameter.CURSOR)
                        .answersList(EventEntry.class)
                        .handledBy(this::events),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/access/explain",
                                Roles.DESK,
                                "access",
                                "What a door would say to a credential, rule by rule")
                        .takes(
                                Parameter.text("credential", "The value of the credential")
                                        .required(),
                                Parameter.oneOf(
                                        "type",
                                        "The type of the credential; the default is `card`",
                                        CredentialType.values()),
                                Parameter.text("door", "The door's id").required(),
                                Parameter.oneOf(
                                        "direction",
                                        "The direction through the door; the default is `in`",
                                        Direction.values()),
                                Parameter.instant("at", "The time of the question; the default is now"))
                        .answers(ExplanationEntry.class)
                        .handledBy(this::explain),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/muster",
                                Roles.DESK,
                                "access",
                                "All people who are in the house by their swipes, by zone and name")
                        .describedAs("The hub answers from memory, so the list is there while the database is away.")
                        .answersList(PresentEntry.class)
                        .handledBy(this::muster));
    }

    private Future<ApiAnswer> events(ApiCall call) {
        EventFilter filter = new EventFilter(
                call.instant("since"),
                call.fields().optionalId("member", call.query("member")),
                call.fields().optionalId("door", call.query("door")),
                call.fields().optionalOneOf("outcome", call.query("outcome"), AccessOutcome.values()));
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> StoreFault.page(() -> archive.accessEvents(call.site(), filter, limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, EventEntry::of))));
    }

    /** The whole list in one answer: nobody turns pages in a fire. */
    private Future<ApiAnswer> muster(ApiCall call) {
        return call.answer(() -> directory.muster(call.site()).map(present -> present.map(found -> ApiAnswer.ok(
                        ItemList.all(found.stream().map(PresentEntry::of).toList())))
                .orElse(ApiAnswer.missing("such site"))));
    }

    private Future<ApiAnswer> explain(ApiCall call) {
        String shown = call.query("credential");
        String credential = call.fields().text("credential", shown == null ? null : TextMargins.off(shown));
        String door = call.fields().id("door", call.query("door"));
        CredentialType asked = call.fields().optionalOneOf("type", call.query("type"), CredentialType.values());
        CredentialType type = asked == null ? CredentialType.CARD : asked;
        Instant instant = call.instant("at");
        Instant at = instant == null ? call.now() : instant;
        Direction way = call.fields().optionalOneOf("direction", call.query("direction"), Direction.values());
        AccessQuestion question = new AccessQuestion(type, credential, door, way == null ? Direction.IN : way, at);
        return call.answer(() -> directory.explain(call.site(), question).map(explanation -> explanation
                .map(found -> ApiAnswer.ok(ExplanationEntry.of(found)))
                .orElse(ApiAnswer.missing("such site"))));
    }
}
