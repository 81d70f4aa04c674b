package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.CarbonFactors;
import io.foyer.hub.domain.definition.CarbonFactors.YearFactor;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CO2e of electricity from the grid.
 *
 * @param isProvisional true where a year has no factor yet, and the newest one before it was taken
 */
public record CarbonFootprint(BigDecimal kg, boolean isProvisional) {

    /** Each month has the factor of its year. Null where a month lies before the first factor. */
    public static @Nullable CarbonFootprint of(List<MonthUse> months, CarbonFactors factors) {
        BigDecimal kg = BigDecimal.ZERO;
        boolean isProvisional = false;
        for (MonthUse use : months) {
            YearFactor factor = factors.of(use.month().getYear());
            if (factor == null) {
                return null;
            }
            kg = kg.add(Medium.ELECTRICITY.decimal(use.quantity()).multiply(factor.kgPerKwh()));
            isProvisional |= factor.year() < use.month().getYear();
        }
        return months.isEmpty() && factors.byYear().isEmpty() ? null : new CarbonFootprint(kg, isProvisional);
    }
}
