package io.foyer.hub.domain.definition;

import java.util.Map;

/**
 * What a site file says about the meaning of energy.
 *
 * @param items by meter: the item of the building to which the meter's use belongs
 * @param budgets by meter
 */
public record EnergyTerms(Map<String, BuildingItem> items, Map<String, EnergyBudget> budgets, CarbonFactors carbon) {
    public static final EnergyTerms NONE = new EnergyTerms(Map.of(), Map.of(), CarbonFactors.NONE);

    public EnergyTerms {
        items = Map.copyOf(items);
        budgets = Map.copyOf(budgets);
    }
}
