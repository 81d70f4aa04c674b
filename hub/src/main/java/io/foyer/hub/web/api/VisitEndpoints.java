package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.QrPasses;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.CheckInVisitor;
import io.foyer.hub.site.command.CheckOutVisitor;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.site.command.RemoveVisit;
import io.foyer.hub.web.wire.VisitBody;
import io.foyer.hub.web.wire.VisitEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Endpoints for visits, and for visitors who come and go. */
final class VisitEndpoints {
    private static final String PATH = "/visits/{id}";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final SiteDirectory directory;
    private final Archive archive;
    private final QrPasses passes;

    VisitEndpoints(SiteDirectory directory, Archive archive, QrPasses passes) {
        this.directory = directory;
        this.archive = archive;
        this.passes = passes;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(HttpMethod.PUT, PATH, Roles.DESK, "visits", "Write a visit")
                        .answers(VisitEntry.class)
                        .responds(Response.inPartInForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(VisitBody.class, this::put),
                Operation.ofSite(HttpMethod.GET, PATH, Roles.DESK, "visits", "A visit")
                        .answers(VisitEntry.class)
                        .handledBy(this::get),
                Operation.ofSite(
                                HttpMethod.DELETE,
                                PATH,
                                Roles.DESK,
                                "visits",
                                "Remove a visit. Its QR no longer opens anything")
                        .answersNothing()
                        .responds(Response.inForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(this::remove),
                Operation.ofSite(HttpMethod.GET, "/visits", Roles.DESK, "visits", "Visits, by id")
                        .takes(
                                Parameter.instant("from", "Only visits that end after this time"),
                                Parameter.instant("to", "Only visits that begin before this time"),
                                Parameter.LIMIT,
                                Parameter.CURSOR)
                        .answersList(VisitEntry.class)
                        .handledBy(this::list),
                Operation.ofSite(HttpMethod.POST, PATH + "/check-in", Roles.DESK, "visits", "The visitor has come")
                        .describedAs("A second check-in changes nothing: the first time stays.")
                        .answers(VisitEntry.class)
                        .responds(Response.UNWRITABLE)
                        .handledBy(call -> change(call, CheckInVisitor::new)),
                Operation.ofSite(HttpMethod.POST, PATH + "/check-out", Roles.DESK, "visits", "The visitor has gone")
                        .describedAs("The visit lets nobody in any more, even if nobody checked in.")
                        .answers(VisitEntry.class)
                        .responds(Response.inForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(call -> change(call, CheckOutVisitor::new)));
    }

    private VisitEntry entry(String site, Visit visit) {
        return VisitEntry.of(visit, passes.of(site, visit));
    }

    private Future<ApiAnswer> put(ApiCall call, VisitBody body) {
        RequestFields fields = call.fields();
        ZoneId zone = call.definition().timeZone();
        PutVisit command = new PutVisit(
                call.id(),
                fields.text("visitor", body.visitor()),
                fields.id("host", body.host()),
                fields.time("from", body.from(), zone),
                fields.end("until", body.until(), zone),
                fields.ids("doors", body.doors(), VisitBody.MOST_DOORS));
        BookingEndpoints.checkWindow(fields, command.from(), command.until(), LONGEST);
        return call.answer(() -> change(call, command.id(), command));
    }

    private Future<ApiAnswer> change(ApiCall call, Function<String, Command> command) {
        String id = call.id();
        return call.answer(() -> change(call, id, command.apply(id)));
    }

    /** Answers with the visit after the command. */
    private Future<ApiAnswer> change(ApiCall call, String id, Command command) {
        return directory
                .change(call.site(), command, call.session().user())
                .compose(reply ->
                        reply.isDone() ? stored(call, id) : Future.succeededFuture(ApiAnswer.of(reply, Map.of())));
    }

    private Future<ApiAnswer> stored(ApiCall call, String id) {
        return StoreFault.of(archive.visit(call.site(), id))
                .map(visit -> visit.map(found -> ApiAnswer.ok(entry(call.site(), found)))
                        .orElse(ApiAnswer.missing("such visit")));
    }

    private Future<ApiAnswer> get(ApiCall call) {
        String id = call.id();
        return call.answer(() -> stored(call, id));
    }

    private Future<ApiAnswer> remove(ApiCall call) {
        String id = call.id();
        return call.answer(() -> directory
                .change(call.site(), new RemoveVisit(id), call.session().user())
                .map(reply -> ApiAnswer.of(reply, Map.of())));
    }

    private Future<ApiAnswer> list(ApiCall call) {
        Instant from = call.instant("from");
        Instant to = call.instant("to");
        int limit = call.limit();
        String cursor = call.fields().optionalId("cursor", call.query("cursor"));
        return call.answer(() -> StoreFault.page(() -> archive.visits(call.site(), from, to, limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, visit -> entry(call.site(), visit)))));
    }
}
