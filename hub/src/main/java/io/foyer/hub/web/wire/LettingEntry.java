package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Letting;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The part of a zone that is let today. */
public record LettingEntry(
        @Schema(pattern = Id.PATTERN) String zone,

        @Schema(description = "Desks") @Nullable Integer capacity,

        @Schema(description = "Desks that are let") int let,

        @Schema(description = "Their share, 0 to 1") @Nullable Double rate,

        @Nullable Double areaM2,

        @Schema(description = "What the plans cost in a month, in the currency of the site")
        double perMonth,

        @Schema(description = "The same by square metre") @Nullable Double perM2) {

    public static LettingEntry of(Letting letting) {
        return new LettingEntry(
                letting.zone().id(),
                letting.zone().capacity(),
                letting.let(),
                Figure.ofKnown(letting.rate()),
                letting.zone().areaM2(),
                Figure.of(letting.perMonth()),
                Figure.ofKnown(letting.perM2()));
    }
}
