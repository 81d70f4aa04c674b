package io.foyer.hub.web.wire;

import io.foyer.hub.domain.cost.ContractAdvice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the last year's demand cost, and what it would have cost under the cheapest contracted demand. */
public record ContractEntry(
        @Schema(description = "How many months of the last twelve have quarter-hours")
        int months,

        @Schema(description = "Null where nothing is agreed") @Nullable BigDecimal contractedKw,

        @Schema(description = "The charges for these months in the site's currency")
        String cost,

        @Schema(description = "Those agreed if no others cost less, else the fewest whole kW")
        BigDecimal cheapestKw,

        String cheapestCost) {

    public static ContractEntry of(ContractAdvice advice, UnaryOperator<BigDecimal> rounding) {
        return new ContractEntry(
                advice.months(),
                advice.contracted(),
                rounding.apply(advice.cost()).toPlainString(),
                advice.cheapest(),
                rounding.apply(advice.cheapestCost()).toPlainString());
    }
}
