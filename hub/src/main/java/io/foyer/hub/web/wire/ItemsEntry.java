package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BuildingItem;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.performance.ItemUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The electricity of a site by the four items of a building, in kWh. The items and the rest add up to the total. */
public record ItemsEntry(
        BigDecimal total,
        List<Item> items,

        @Schema(description = "What no item has; negative where the meters of the items show more than the main meters")
        BigDecimal rest) {

    public record Item(BuildingItem item, BilingualText name, BigDecimal quantity) {}

    public static ItemsEntry of(ItemUse use) {
        return new ItemsEntry(
                Medium.ELECTRICITY.decimal(use.total()),
                use.byItem().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Item(
                                entry.getKey(), entry.getKey().title(), Medium.ELECTRICITY.decimal(entry.getValue())))
                        .toList(),
                Medium.ELECTRICITY.decimal(use.rest()));
    }
}
