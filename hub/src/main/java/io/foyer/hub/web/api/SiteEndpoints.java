package io.foyer.hub.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.wire.Id;
import io.foyer.hub.web.wire.Json;
import io.foyer.hub.web.wire.SiteEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/** Endpoints for the sites and their files. */
final class SiteEndpoints {
    private final SiteDirectory directory;
    private final SiteFiles files;
    private final boolean demoTime;

    SiteEndpoints(SiteDirectory directory, SiteFiles files, boolean demoTime) {
        this.directory = directory;
        this.files = files;
        this.demoTime = demoTime;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.of(HttpMethod.GET, "/sites", Roles.ALL, "sites", "The sites that this session may see")
                        .answersList(SiteName.class)
                        .handledBy(this::sites),
                Operation.ofSite(
                                HttpMethod.GET,
                                "",
                                Roles.ALL,
                                "sites",
                                "A site with the keys of its file, without secrets, as far as the role needs them")
                        .answers(SiteEntry.class)
                        .handledBy(this::site),
                Operation.of(
                                HttpMethod.POST,
                                "/reload",
                                Roles.ADMIN,
                                "sites",
                                "Read the configuration again and apply the difference")
                        .answers(Reloaded.class)
                        .responds(Response.problem(
                                422, "The configuration is not valid: the file, the line and the remedy"))
                        .handledBy(this::reload));
    }

    record SiteName(@Schema(pattern = Id.PATTERN) String id, BilingualText name) {}

    record Reloaded(List<String> changes) {}

    private Future<ApiAnswer> sites(ApiCall call) {
        var allowed = call.session().sites();
        List<SiteName> sites = directory.definitions().stream()
                .filter(definition -> allowed.isEmpty() || allowed.contains(definition.site()))
                .map(definition -> new SiteName(definition.site(), definition.name()))
                .toList();
        return Future.succeededFuture(ApiAnswer.ok(ItemList.all(sites)));
    }

    /** The site as its file has it. The hub fills in a name that the file leaves out: pages need the name. */
    private Future<ApiAnswer> site(ApiCall call) {
        SiteDefinition definition = call.definition();
        JsonNode file = Json.tree(files.published(definition.site()).orElse("{}"));
        SiteExcerpt excerpt = new SiteExcerpt(file, call.session().role());
        SiteEntry site = new SiteEntry(
                definition.site(),
                definition.name(),
                definition.timeZone().getId(),
                definition.currency(),
                demoTime,
                excerpt.list("zones"),
                excerpt.list("doors"),
                excerpt.list("devices"),
                excerpt.list("meters"),
                excerpt.list("plans"),
                excerpt.list("schedules"),
                excerpt.list("tariffs"));
        fillNames(site.zones(), definition);
        return Future.succeededFuture(ApiAnswer.ok(site));
    }

    private static void fillNames(List<JsonNode> zones, SiteDefinition definition) {
        for (JsonNode entry : zones) {
            var zone = definition.zones().get(entry.path("id").asText());
            if (zone != null && entry instanceof ObjectNode node) {
                node.setAll(Map.of("name", Json.tree(zone.name())));
            }
        }
    }

    private Future<ApiAnswer> reload(ApiCall call) {
        return directory
                .reload(call.session().user())
                .map(changes -> ApiAnswer.ok(new Reloaded(changes)))
                .recover(cause -> cause instanceof IllegalArgumentException
                        ? Future.succeededFuture(ApiAnswer.problem(422, String.valueOf(cause.getMessage())))
                        : Future.failedFuture(cause));
    }
}
