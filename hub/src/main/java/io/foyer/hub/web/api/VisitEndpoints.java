package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.Passes;
import io.foyer.hub.site.command.CheckInVisitor;
import io.foyer.hub.site.command.CheckOutVisitor;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.site.command.RemoveVisit;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is expected, and who of them has come. */
final class VisitEndpoints {
    private static final String PATH = "/visits/{id}";
    private static final int MOST_DOORS = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Houses houses;
    private final Archive archive;
    private final Passes passes;

    VisitEndpoints(Houses houses, Archive archive, Passes passes) {
        this.houses = houses;
        this.archive = archive;
        this.passes = passes;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.put(PATH, VisitBody.class, this::put),
                Endpoint.ofSite(HttpMethod.GET, PATH, Endpoint.DESK, this::get),
                Endpoint.ofSite(HttpMethod.DELETE, PATH, Endpoint.DESK, this::remove),
                Endpoint.ofSite(HttpMethod.GET, "/visits", Endpoint.DESK, this::list),
                Endpoint.ofSite(
                        HttpMethod.POST, PATH + "/check-in", Endpoint.DESK, call -> change(call, CheckInVisitor::new)),
                Endpoint.ofSite(
                        HttpMethod.POST,
                        PATH + "/check-out",
                        Endpoint.DESK,
                        call -> change(call, CheckOutVisitor::new)));
    }

    /** What the hub itself says of a visit is passed over, so that what a GET has answered can be put again. */
    @JsonIgnoreProperties({"qr", "checkedIn", "checkedOut"})
    record VisitBody(
            @Nullable String visitor,
            @Nullable String host,
            @Nullable String from,
            @Nullable String until,
            @Nullable List<@Nullable String> doors) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitEntry(
            String id,
            String visitor,
            String host,
            Instant from,
            Instant until,
            Set<String> doors,
            String qr,
            @Nullable Instant checkedIn,
            @Nullable Instant checkedOut) {}

    private VisitEntry entry(String site, Visit visit) {
        return new VisitEntry(
                visit.id(),
                visit.visitor(),
                visit.host(),
                visit.from(),
                visit.until(),
                new TreeSet<>(visit.doors()),
                passes.of(site, visit),
                visit.checkedIn(),
                visit.checkedOut());
    }

    private Future<Answer> put(Call call, VisitBody body) {
        Fields fields = call.fields();
        ZoneId zone = call.house().timeZone();
        PutVisit command = new PutVisit(
                call.id(),
                fields.text("visitor", body.visitor()),
                fields.id("host", body.host()),
                fields.time("from", body.from(), zone),
                fields.end("until", body.until(), zone),
                fields.ids("doors", body.doors(), MOST_DOORS));
        BookingEndpoints.checkWindow(fields, command.from(), command.until(), LONGEST);
        return call.answer(() -> change(call, command.id(), command));
    }

    private Future<Answer> change(Call call, Function<String, Command> command) {
        String id = call.id();
        return call.answer(() -> change(call, id, command.apply(id)));
    }

    /** The answer is the visit as it has become. */
    private Future<Answer> change(Call call, String id, Command command) {
        return houses.change(call.site(), command, call.session().user())
                .compose(reply ->
                        reply.isDone() ? stored(call, id) : Future.succeededFuture(Answer.of(reply, Map.of())));
    }

    private Future<Answer> stored(Call call, String id) {
        return Asked.of(archive.visit(call.site(), id))
                .map(visit ->
                        visit.map(found -> Answer.ok(entry(call.site(), found))).orElse(Answer.missing("such visit")));
    }

    private Future<Answer> get(Call call) {
        String id = call.id();
        return call.answer(() -> stored(call, id));
    }

    private Future<Answer> remove(Call call) {
        String id = call.id();
        return call.answer(() -> houses.change(
                        call.site(), new RemoveVisit(id), call.session().user())
                .map(reply -> Answer.of(reply, Map.of())));
    }

    private Future<Answer> list(Call call) {
        Instant from = call.instant("from");
        Instant to = call.instant("to");
        int limit = call.limit();
        String cursor = call.fields().optionalId("cursor", call.query("cursor"));
        return call.answer(() -> Asked.page(() -> archive.visits(call.site(), from, to, limit, cursor))
                .map(page -> Answer.ok(Items.of(page, visit -> entry(call.site(), visit)))));
    }
}
