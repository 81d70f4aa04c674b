package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.QrPasses;
import io.foyer.hub.site.SiteDirectory;
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

/** Endpoints for members. */
final class MemberEndpoints {
    static final int MOST_EXEMPTIONS = 20;

    private final SiteDirectory directory;
    private final Archive archive;
    private final QrPasses passes;

    MemberEndpoints(SiteDirectory directory, Archive archive, QrPasses passes) {
        this.directory = directory;
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
                    arraySchema = @Schema(description = "The rules that do not apply to this member"))
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

    private Future<ApiAnswer> put(ApiCall call, MemberBody body) {
        RequestFields fields = call.fields();
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
            return directory
                    .change(call.site(), new PutMember(member), call.session().user())
                    .map(reply -> ApiAnswer.of(reply, MemberEntry.of(member)));
        });
    }

    private Future<ApiAnswer> get(ApiCall call) {
        String id = call.id();
        return call.answer(() -> StoreFault.of(archive.member(call.site(), id))
                .map(member -> member.map(found -> ApiAnswer.ok(MemberEntry.of(found)))
                        .orElse(ApiAnswer.missing("such member"))));
    }

    record MemberQr(
            @Schema(description = "The value of a credential of type `qr`")
            String qr,

            @Schema(description = "When the screen should show the next QR; doors take this one for 30 s more")
            Instant until) {}

    private Future<ApiAnswer> qr(ApiCall call) {
        String id = call.id();
        return call.answer(() -> StoreFault.of(archive.member(call.site(), id))
                .map(member -> member.isEmpty()
                        ? ApiAnswer.missing("such member")
                        : ApiAnswer.ok(new MemberQr(
                                passes.ofMember(call.site(), id, call.now()), QrPasses.nextStep(call.now())))));
    }

    private Future<ApiAnswer> erase(ApiCall call) {
        String id = call.id();
        return call.answer(() -> directory
                .change(call.site(), new EraseMember(id), call.session().user())
                .map(reply -> ApiAnswer.of(reply, Map.of())));
    }
}
