package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Letting;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The part of a zone that is let today. */
public record LettingEntry(
        @Schema(pattern = Id.PATTERN) String zone,

        @Schema(description = "The number of desks") @Nullable Integer capacity,

        @Schema(description = "The number of desks that are let")
        int let,

        @Schema(description = "The share of the desks that are let, 0 to 1") @Nullable Double rate,

        @Nullable Double areaM2,

        @Schema(description = "What the let plans bring in a month, in the currency of the site")
        double perMonth,

        @Schema(description = "What the let plans bring in a month by square metre") @Nullable Double perM2) {

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
