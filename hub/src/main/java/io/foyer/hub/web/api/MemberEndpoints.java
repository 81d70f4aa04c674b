package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.Passes;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.web.wire.Id;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The people who may come in. */
final class MemberEndpoints {
    static final int MOST_EXEMPTIONS = 20;

    private final Houses houses;
    private final Archive archive;
    private final Passes passes;

    MemberEndpoints(Houses houses, Archive archive, Passes passes) {
        this.houses = houses;
        this.archive = archive;
        this.passes = passes;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(HttpMethod.PUT, "/members/{id}", Roles.DESK, "members", "Write a member")
                        .answers(MemberEntry.class)
                        .responds(Response.inForce(Content.one(MemberEntry.class)), Response.UNWRITABLE)
                        .handledBy(MemberBody.class, this::put),
                Operation.ofSite(HttpMethod.GET, "/members/{id}", Roles.DESK, "members", "A member")
                        .answers(MemberEntry.class)
                        .handledBy(this::get),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/members/{id}/qr",
                                Roles.DESK,
                                "members",
                                "A member's QR, new every 30 s")
                        .answers(MemberQr.class)
                        .handledBy(this::qr),
                Operation.ofSite(
                                HttpMethod.DELETE,
                                "/members/{id}",
                                Roles.DESK,
                                "members",
                                "Erase the person; the trail stays")
                        .answersNothing()
                        .responds(Response.inForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(this::erase));
    }

    record MemberBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,

            @Nullable String company,

            @ArraySchema(
                    maxItems = MOST_EXEMPTIONS,
                    schema = @Schema(pattern = Id.PATTERN),
                    arraySchema = @Schema(description = "Rules that do not bind this person"))
            @Nullable Set<String> exempt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberEntry(
            @Schema(pattern = Id.PATTERN) String id,
            String name,
            @Nullable String company,
            Set<String> exempt) {
        static MemberEntry of(Member member) {
            return new MemberEntry(member.id(), member.name(), member.company(), new TreeSet<>(member.exempt()));
        }
    }

    private Future<Answer> put(Call call, MemberBody body) {
        Fields fields = call.fields();
        Set<String> exempt = body.exempt() == null ? Set.of() : body.exempt();
        if (exempt.size() > MOST_EXEMPTIONS) {
            fields.wrong("exempt", "最多 20 项", "must have at most 20 entries");
        }
        exempt.forEach(rule -> fields.id("exempt", rule));
        String id = call.id();
        String name = fields.text("name", body.name());
        String company = fields.optionalText("company", body.company());
        return call.answer(() -> {
            Member member = new Member(id, name, company, exempt);
            return houses.change(
                            call.site(), new PutMember(member), call.session().user())
                    .map(reply -> Answer.of(reply, MemberEntry.of(member)));
        });
    }

    private Future<Answer> get(Call call) {
        String id = call.id();
        return call.answer(() -> Asked.of(archive.member(call.site(), id))
                .map(member ->
                        member.map(found -> Answer.ok(MemberEntry.of(found))).orElse(Answer.missing("such member"))));
    }

    record MemberQr(
            @Schema(description = "A credential of type `qr`")
            String qr,

            @Schema(description = "When to show the next one; it counts for 30 s more")
            Instant until) {}

    private Future<Answer> qr(Call call) {
        String id = call.id();
        return call.answer(() -> Asked.of(archive.member(call.site(), id))
                .map(member -> member.isEmpty()
                        ? Answer.missing("such member")
                        : Answer.ok(new MemberQr(
                                passes.ofMember(call.site(), id, call.now()), Passes.nextStep(call.now())))));
    }

    private Future<Answer> erase(Call call) {
        String id = call.id();
        return call.answer(() -> houses.change(
                        call.site(), new EraseMember(id), call.session().user())
                .map(reply -> Answer.of(reply, Map.of())));
    }
}
