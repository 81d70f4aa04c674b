package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as people write it. The API ignores the fields that only the hub can set, so that people can put what a GET
 * has answered.
 */
@JsonIgnoreProperties({"qr", "checkedIn", "checkedOut"})
public record VisitBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The name of the visitor") @Nullable String visitor,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                pattern = Id.PATTERN,
                description = "The member whom they come to see")
        @Nullable String host,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "An instant, or a date, which means 00:00 of the day")
        @Nullable String from,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "An instant, excluded, or the last day, included; at most 366 days after `from`")
        @Nullable String until,

        @ArraySchema(
                schema = @Schema(pattern = Id.PATTERN),
                maxItems = MOST_DOORS,
                arraySchema =
                        @Schema(description = "The doors that the QR opens; the way to the room needs its doors too"))
        @Nullable List<@Nullable String> doors) {
    public static final int MOST_DOORS = 100;
}
