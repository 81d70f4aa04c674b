package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.MeterUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What meters used together in one hour of the week. */
public record WeekHourEntry(
        @Schema(description = "The day of the week, mon to sun")
        String day,

        @Schema(description = "The hour of the site's clock, 0 to 23")
        int hour,

        @Schema(description = "kWh, m³ or bytes: the sum of these hours in all weeks")
        BigDecimal quantity,

        @Schema(description = "The number of such days that have a reading")
        int days,

        @Schema(description = "True where part of these days was spread over a gap")
        boolean estimated) {
    public static Stream<WeekHourEntry> of(MeterUse.WeekdayUse use, Medium medium) {
        String day = use.weekday().name().substring(0, 3).toLowerCase(Locale.ROOT);
        return IntStream.range(0, use.hours().size())
                .mapToObj(hour -> new WeekHourEntry(
                        day, hour, medium.decimal(use.hours().get(hour)), use.days(), use.estimated()));
    }
}
