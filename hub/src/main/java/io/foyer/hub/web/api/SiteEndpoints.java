package io.foyer.hub.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.site.Houses;
import io.foyer.hub.web.wire.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/** The sites as their files say them. */
final class SiteEndpoints {
    private final Houses houses;
    private final SiteFiles files;

    SiteEndpoints(Houses houses, SiteFiles files) {
        this.houses = houses;
        this.files = files;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(HttpMethod.GET, "/sites", Endpoint.ALL, this::sites),
                Endpoint.ofSite(HttpMethod.GET, "", Endpoint.ALL, this::site),
                Endpoint.of(HttpMethod.POST, "/reload", Endpoint.ADMIN, this::reload));
    }

    record SiteName(String id, Text name) {}

    record Reloaded(List<String> changes) {}

    private Future<Answer> sites(Call call) {
        var allowed = call.session().sites();
        List<SiteName> sites = houses.houses().stream()
                .filter(house -> allowed.isEmpty() || allowed.contains(house.site()))
                .map(house -> new SiteName(house.site(), house.name()))
                .toList();
        return Future.succeededFuture(Answer.ok(Items.all(sites)));
    }

    /** As the file has it, as much as the role needs; a name that it leaves out is filled in, for the pages. */
    private Future<Answer> site(Call call) {
        House house = call.house();
        JsonNode file = Json.tree(files.published(house.site()).orElse("{}"));
        ObjectNode site = JsonNodeFactory.instance.objectNode();
        site.put("id", house.site());
        site.set("name", Json.tree(house.name()));
        site.put("timeZone", house.timeZone().getId());
        site.put("currency", house.currency());
        SiteExcerpt.put(site, file, call.session().role());
        fillNames(site.path("zones"), house);
        return Future.succeededFuture(Answer.ok(site));
    }

    private static void fillNames(JsonNode zones, House house) {
        for (JsonNode entry : zones) {
            var zone = house.zones().get(entry.path("id").asText());
            if (zone != null && entry instanceof ObjectNode node) {
                node.setAll(Map.of("name", Json.tree(zone.name())));
            }
        }
    }

    private Future<Answer> reload(Call call) {
        return houses.reload(call.session().user())
                .map(changes -> Answer.ok(new Reloaded(changes)))
                .recover(cause -> cause instanceof IllegalArgumentException
                        ? Future.succeededFuture(Answer.problem(422, String.valueOf(cause.getMessage())))
                        : Future.failedFuture(cause));
    }
}
