package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The present quarter-hour of a meter beside what is agreed, in kW. */
public record DemandEntry(
        @Schema(description = "The present power; null where the power is not known") @Nullable BigDecimal now,

        @Schema(
                description =
                        "The demand at the end of the quarter-hour if the power stays; null where nothing tells it")
        @Nullable BigDecimal projected,

        @Schema(description = "The end of the quarter-hour") Instant endsAt,

        @Schema(description = "The contracted demand; null where the tariff has none") @Nullable BigDecimal contractedKw,

        @Schema(description = "contractedKw less projected; negative where the demand will exceed the contract")
        @Nullable BigDecimal margin,

        @Schema(description = "The month's highest quarter-hour so far; null where the month has none") @Nullable MonthMaximum month) {

    /** The highest quarter-hour of a month, by its beginning. */
    public record MonthMaximum(BigDecimal max, Instant at) {}
}
