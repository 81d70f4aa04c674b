package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.web.wire.MembershipBody;
import io.foyer.hub.web.wire.MembershipEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;

/** Endpoints for memberships. */
final class MembershipEndpoints {
    private final SiteDirectory directory;
    private final Archive archive;

    MembershipEndpoints(SiteDirectory directory, Archive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(HttpMethod.PUT, "/memberships/{id}", Roles.DESK, "members", "Write a membership")
                        .answers(MembershipEntry.class)
                        .responds(Response.inPartInForce(Content.one(MembershipEntry.class)), Response.UNWRITABLE)
                        .handledBy(MembershipBody.class, this::put),
                Operation.ofSite(HttpMethod.GET, "/memberships/{id}", Roles.DESK, "members", "A membership")
                        .answers(MembershipEntry.class)
                        .handledBy(this::get),
                Operation.ofSite(HttpMethod.GET, "/memberships", Roles.DESK, "members", "Memberships, by id")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(MembershipEntry.class)
                        .handledBy(this::list));
    }

    private Future<ApiAnswer> put(ApiCall call, MembershipBody body) {
        RequestFields fields = call.fields();
        boolean startsOnFirstUse = Boolean.TRUE.equals(body.startsOnFirstUse());
        LocalDate from = body.from() == null && startsOnFirstUse
                ? LocalDate.ofInstant(call.now(), call.definition().timeZone())
                : fields.date("from", body.from());
        LocalDate until = fields.optionalDate("until", body.until());
        if (until != null && until.isBefore(from)) {
            fields.wrong("until", "不能早于开始日期", "must not be before `from`");
        }
        Membership membership = new Membership(
                call.id(),
                fields.id("member", body.member()),
                fields.id("plan", body.plan()),
                from,
                until,
                body.status() == null
                        ? MembershipStatus.ACTIVE
                        : fields.oneOf("status", body.status(), MembershipStatus.values()),
                fields.optionalId("zone", body.zone()),
                fields.optionalText("company", body.company()),
                startsOnFirstUse);
        return call.answer(() -> directory
                .change(
                        call.site(),
                        new PutMembership(membership),
                        call.session().user())
                .map(reply -> ApiAnswer.of(reply, MembershipEntry.of(membership))));
    }

    private Future<ApiAnswer> get(ApiCall call) {
        String id = call.id();
        return call.answer(
                () -> StoreFault.of(archive.membership(call.site(), id)).map(membership -> membership
                        .map(found -> ApiAnswer.ok(MembershipEntry.of(found)))
                        .orElse(ApiAnswer.missing("such membership"))));
    }

    private Future<ApiAnswer> list(ApiCall call) {
        int limit = call.limit();
        String cursor = call.fields().optionalId("cursor", call.query("cursor"));
        return call.answer(() -> StoreFault.page(() -> archive.memberships(call.site(), limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, MembershipEntry::of))));
    }
}
