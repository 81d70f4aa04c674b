package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.performance.CarbonFootprint;
import io.foyer.hub.domain.performance.EnergyIntensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The electricity of a meter or a zone beside its people, its area and the climate. */
public record IntensityEntry(
        @Schema(description = "kWh") BigDecimal quantity,

        @Schema(description = "The hours of all people together")
        double personHours,

        @Schema(description = "The part of the time in which the count was known, 0 to 1")
        double countedShare,

        @Schema(description = "kWh a person-hour; null where nobody was there or the count is known for less than 0.9")
        @Nullable Double perPersonHour,

        @Schema(description = "Null where the site file has no area of the zone") @Nullable Double areaM2,

        @Schema(description = "kWh a m²") @Nullable Double perM2,

        @Schema(description = "kg; null where the site file has no factor for the year") @Nullable BigDecimal co2Kg,

        @Schema(description = "True where the newest factor of an earlier year was taken")
        boolean co2Provisional,

        @Schema(description = "kg of standard coal at the heat value of electricity, 0.1229 a kWh")
        BigDecimal coalKg) {

    public static IntensityEntry of(EnergyIntensity found, @Nullable CarbonFootprint carbon) {
        return new IntensityEntry(
                Medium.ELECTRICITY.decimal(found.quantity()),
                Figure.of(found.personHours()),
                Figure.of(found.countedShare()),
                Figure.ofKnown(found.perPersonHour()),
                found.areaM2(),
                Figure.ofKnown(found.perM2()),
                carbon == null ? null : grams(carbon.kg()),
                carbon != null && carbon.isProvisional(),
                grams(found.coal()));
    }

    private static BigDecimal grams(BigDecimal kg) {
        return kg.setScale(3, RoundingMode.HALF_UP);
    }
}
