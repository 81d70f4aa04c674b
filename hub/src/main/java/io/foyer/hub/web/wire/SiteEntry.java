package io.foyer.hub.web.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.BilingualText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A site, with the lists of its file as far as a role needs the lists: the entries have the keys of the file. */
public record SiteEntry(
        @Schema(pattern = Id.PATTERN) String id,
        BilingualText name,
        String timeZone,
        String currency,

        @Schema(description = "True where the hub runs on the time of the demo, not of the machine")
        boolean demoTime,

        @Schema(description = "For the roles wall and energy, only what a page draws")
        List<JsonNode> zones,

        @Schema(description = "Empty for the roles wall and energy")
        List<JsonNode> doors,

        @Schema(
                description =
                        "Wall: presence sensors, their id and zone; energy: meters' devices besides, their id and meter")
        List<JsonNode> devices,

        @Schema(description = "Empty for the role wall") List<JsonNode> meters,

        @Schema(description = "Empty for the roles wall and energy")
        List<JsonNode> plans,

        @Schema(description = "Empty for the roles wall and energy")
        List<JsonNode> schedules,

        @Schema(description = "Empty for the role wall") List<JsonNode> tariffs) {}
