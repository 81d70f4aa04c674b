package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Membership.Status;
import io.foyer.hub.domain.house.Code;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.command.PutMembership;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members have bought. */
final class MembershipEndpoints {
    private final Houses houses;
    private final Archive archive;

    MembershipEndpoints(Houses houses, Archive archive) {
        this.houses = houses;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.put("/memberships/{id}", MembershipBody.class, this::put),
                Endpoint.ofSite(HttpMethod.GET, "/memberships/{id}", Endpoint.DESK, this::get),
                Endpoint.ofSite(HttpMethod.GET, "/memberships", Endpoint.DESK, this::list));
    }

    record MembershipBody(
            @Nullable String member,
            @Nullable String plan,
            @Nullable String from,
            @Nullable String until,
            @Nullable String status,
            @Nullable String zone,
            @Nullable String company,
            @Nullable Boolean startsOnFirstUse) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipEntry(
            String id,
            String member,
            String plan,
            LocalDate from,
            @Nullable LocalDate until,
            String status,
            @Nullable String zone,
            @Nullable String company,
            @Nullable Boolean startsOnFirstUse) {
        static MembershipEntry of(Membership membership) {
            return new MembershipEntry(
                    membership.id(),
                    membership.member(),
                    membership.plan(),
                    membership.from(),
                    membership.until(),
                    Code.of(membership.status()),
                    membership.zone(),
                    membership.company(),
                    membership.startsOnFirstUse() ? Boolean.TRUE : null);
        }
    }

    private Future<Answer> put(Call call, MembershipBody body) {
        Fields fields = call.fields();
        boolean startsOnFirstUse = Boolean.TRUE.equals(body.startsOnFirstUse());
        LocalDate from = body.from() == null && startsOnFirstUse
                ? LocalDate.ofInstant(call.now(), call.house().timeZone())
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
                body.status() == null ? Status.ACTIVE : fields.oneOf("status", body.status(), Status.values()),
                fields.optionalId("zone", body.zone()),
                fields.optionalText("company", body.company()),
                startsOnFirstUse);
        return call.answer(() -> houses.change(
                        call.site(),
                        new PutMembership(membership),
                        call.session().user())
                .map(reply -> Answer.of(reply, MembershipEntry.of(membership))));
    }

    private Future<Answer> get(Call call) {
        String id = call.id();
        return call.answer(() -> Asked.of(archive.membership(call.site(), id)).map(membership -> membership
                .map(found -> Answer.ok(MembershipEntry.of(found)))
                .orElse(Answer.missing("such membership"))));
    }

    private Future<Answer> list(Call call) {
        int limit = call.limit();
        String cursor = call.fields().optionalId("cursor", call.query("cursor"));
        return call.answer(() -> Asked.page(() -> archive.memberships(call.site(), limit, cursor))
                .map(page -> Answer.ok(Items.of(page, MembershipEntry::of))));
    }
}
