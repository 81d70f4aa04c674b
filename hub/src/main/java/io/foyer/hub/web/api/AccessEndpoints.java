package io.foyer.hub.web.api;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Margins;
import io.foyer.hub.domain.Outcome;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.house.Code;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.EventFilter;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.Houses.Question;
import io.foyer.hub.web.wire.EventEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;

/** Who passed which door, and who would. */
final class AccessEndpoints {
    private final Houses houses;
    private final Archive archive;

    AccessEndpoints(Houses houses, Archive archive) {
        this.houses = houses;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.ofSite(HttpMethod.GET, "/access-events", Endpoint.DESK, this::events),
                Endpoint.ofSite(HttpMethod.GET, "/access/explain", Endpoint.DESK, this::explain),
                Endpoint.ofSite(HttpMethod.GET, "/muster", Endpoint.DESK, this::muster));
    }

    record Step(String rule, String answer, Text text) {}

    record Explained(String outcome, String reason, List<Step> rules) {
        static Explained of(Explanation explanation) {
            return new Explained(
                    Code.of(explanation.outcome()),
                    explanation.reason().code(),
                    explanation.rules().stream()
                            .map(step -> new Step(step.rule().code(), Code.of(step.answer()), step.text()))
                            .toList());
        }
    }

    private Future<Answer> events(Call call) {
        EventFilter filter = new EventFilter(
                call.instant("since"),
                call.fields().optionalId("member", call.query("member")),
                call.fields().optionalId("door", call.query("door")),
                call.fields().optionalOneOf("outcome", call.query("outcome"), Outcome.values()));
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> Asked.page(() -> archive.accessEvents(call.site(), filter, limit, cursor))
                .map(page -> Answer.ok(Items.of(page, EventEntry::of))));
    }

    /** All of them at once: nobody turns pages in a fire. */
    private Future<Answer> muster(Call call) {
        return call.answer(() -> houses.muster(call.site())
                .map(present -> present.map(found -> Answer.ok(new Items<>(found, null)))
                        .orElse(Answer.missing("such site"))));
    }

    private Future<Answer> explain(Call call) {
        String shown = call.query("credential");
        String credential = call.fields().text("credential", shown == null ? null : Margins.off(shown));
        String door = call.fields().id("door", call.query("door"));
        CredentialType asked = call.fields().optionalOneOf("type", call.query("type"), CredentialType.values());
        CredentialType type = asked == null ? CredentialType.CARD : asked;
        Instant instant = call.instant("at");
        Instant at = instant == null ? call.now() : instant;
        Direction way = call.fields().optionalOneOf("direction", call.query("direction"), Direction.values());
        Question question = new Question(type, credential, door, way == null ? Direction.IN : way, at);
        return call.answer(() -> houses.explain(call.site(), question)
                .map(explanation ->
                        explanation.map(found -> Answer.ok(Explained.of(found))).orElse(Answer.missing("such site"))));
    }
}
