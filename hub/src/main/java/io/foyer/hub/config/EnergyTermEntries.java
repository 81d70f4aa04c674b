package io.foyer.hub.config;

import io.foyer.hub.domain.definition.BuildingItem;
import io.foyer.hub.domain.definition.CarbonFactors;
import io.foyer.hub.domain.definition.EnergyBudget;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.Meter.Medium;
import java.math.BigDecimal;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a site file says about the meaning of energy: items of the building, budgets, and the grid's CO2e. */
record EnergyTermEntries(FaultList faults) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final BigDecimal MOST_CO2 = new BigDecimal("3");

    EnergyTerms check(List<SiteFile.MeterEntry> meters, @Nullable Map<Integer, BigDecimal> co2) {
        Map<String, BuildingItem> items = new HashMap<>();
        Map<String, EnergyBudget> budgets = new HashMap<>();
        for (int i = 0; i < meters.size(); i++) {
            SiteFile.MeterEntry meter = meters.get(i);
            String path = "/meters/" + i;
            String id = String.valueOf(meter.id());
            if (meter.item() != null) {
                items.put(id, BuildingItem.valueOf(meter.item().name()));
                if (meter.medium() != Medium.ELECTRICITY) {
                    faults.add(path + "/item", "an item is for electricity alone", "Remove it.");
                }
            }
            EnergyBudget budget = meter.budget() == null ? null : budget(path + "/budget", meter.budget());
            if (budget != null) {
                budgets.put(id, budget);
            }
        }
        return new EnergyTerms(items, budgets, carbon(co2));
    }

    private @Nullable EnergyBudget budget(String path, SiteFile.BudgetTerm entry) {
        BigDecimal cost = faults.positive(path + "/cost", entry.cost());
        BigDecimal quantity = faults.positive(path + "/quantity", entry.quantity());
        if ((cost == null) == (quantity == null)) {
            faults.add(
                    path,
                    "a budget is either money or a quantity",
                    "Write `cost` in the site's currency, or `quantity` in kWh, m³ or bytes.");
            return null;
        }
        Map<Month, BigDecimal> months = new HashMap<>();
        (entry.months() == null ? Map.<Integer, BigDecimal>of() : entry.months()).forEach((month, amount) -> {
            String place = path + "/months/" + month;
            faults.positive(place, amount);
            if (month < 1 || month > 12 || amount == null) {
                faults.add(place, "`" + month + "` is no month with an amount", "Write 1 to 12, and an amount each.");
            } else {
                months.put(Month.of(month), amount);
            }
        });
        return cost == null
                ? new EnergyBudget(false, quantity == null ? BigDecimal.ZERO : quantity, months)
                : new EnergyBudget(true, cost, months);
    }

    private CarbonFactors carbon(@Nullable Map<Integer, BigDecimal> factors) {
        TreeMap<Integer, BigDecimal> known = new TreeMap<>();
        (factors == null ? Map.<Integer, BigDecimal>of() : factors).forEach((year, factor) -> {
            String path = "/co2KgPerKwh/" + year;
            faults.within(path, year, FIRST_YEAR, LAST_YEAR, FIRST_YEAR);
            known.put(year, faults.within(path, factor, BigDecimal.ZERO, MOST_CO2, BigDecimal.ZERO));
        });
        return new CarbonFactors(known);
    }
}
