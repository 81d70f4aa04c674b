package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.foyer.hub.site.Recurrence;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as people write it. The API ignores the fields that only the hub can set, so that people can put what a GET
 * has answered.
 */
@JsonIgnoreProperties("ends")
@Schema(description = "A booking has either `zone` or `resource`")
public record BookingBody(
        @Schema(pattern = Id.PATTERN, description = "The zone that is booked") @Nullable String zone,

        @Schema(pattern = Id.PATTERN, description = "The piece of equipment that is booked") @Nullable String resource,

        @ArraySchema(
                schema = @Schema(pattern = Id.PATTERN),
                arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED),
                minItems = 1,
                maxItems = MOST_MEMBERS)
        @Nullable List<@Nullable String> members,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "An instant, or a date, which means 00:00 of the day")
        @Nullable String from,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "An instant, excluded, or the last day, included; at most 366 days after `from`")
        @Nullable String until,

        @Schema(
                description =
                        "An RFC 5545 rule by day, week, month or year, on the site's clock, that begins once a day at most: one value in BYHOUR, BYMINUTE and BYSECOND, or none. `from` is its first time. Each time begins and ends by the clock as the first one does. COUNT from 1 to 5,000, INTERVAL from 1, UNTIL not before `from`. BYMONTHDAY of FREQ=YEARLY needs BYMONTH; week 53, RSCALE and SKIP are refused. 1,000 times are held, from 400 days ago on and five years ahead at most; a rule that has more is renewed in time.",
                example = "FREQ=WEEKLY;BYDAY=MO;COUNT=10")
        @Nullable String repeat,

        @ArraySchema(
                schema = @Schema(format = "date"),
                maxItems = Recurrence.MOST_TIMES,
                arraySchema =
                        @Schema(
                                description =
                                        "Days of the site on which the series has no time. A time that is moved is left out here and booked on its own."))
        @Nullable List<@Nullable String> except) {
    public static final int MOST_MEMBERS = 500;
}
