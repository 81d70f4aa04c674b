package io.foyer.hub.web.wire;

import io.foyer.hub.domain.baseline.Anomaly;
import io.foyer.hub.domain.baseline.AnomalyCause;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which a meter used something else than it would have. */
public record AnomalyEntry(
        String meter,
        Instant from,
        Instant until,

        @Schema(description = "kWh, m³ or bytes beyond what was expected; negative where it was less")
        BigDecimal quantity,

        @Schema(
                description =
                        "What the quantity costs in its own hours, in the site's currency; null where the price is not known")
        @Nullable String cost,

        @Schema(description = "What it most likely comes from")
        AnomalyCause cause,

        BilingualText text) {
    public static AnomalyEntry of(Anomaly anomaly, Meter meter, @Nullable BigDecimal cost) {
        return new AnomalyEntry(
                meter.id(),
                anomaly.from(),
                anomaly.until(),
                meter.medium().decimal(anomaly.quantity()),
                cost == null ? null : cost.toPlainString(),
                anomaly.cause(),
                anomaly.cause().text());
    }
}
