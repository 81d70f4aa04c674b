package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.definition.BilingualText;
import java.time.Instant;

/**
 * A static factor that has changed: it ends what was learned of the meter before.
 *
 * @param at when the site file with the change was applied, or when the register went on anew
 * @param before empty for {@link StaticFactor#REGISTER}
 * @param after empty for {@link StaticFactor#REGISTER}
 */
public record StaticChange(Instant at, StaticFactor factor, String before, String after) {

    public BilingualText text() {
        BilingualText name = factor.title();
        return factor == StaticFactor.REGISTER
                ? new BilingualText("表计读数从新的起点重新开始", "the register went on from another level")
                : new BilingualText(
                        name.zh() + "由 " + before + " 改为 " + after,
                        name.en() + " changed from " + before + " to " + after);
    }
}
