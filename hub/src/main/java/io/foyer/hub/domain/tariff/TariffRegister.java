package io.foyer.hub.domain.tariff;

import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of a site.
 *
 * @param byMeter the id of the tariff of each meter that has one
 * @param billed the meters that the supplier reads: those with no meter above them, and those with a tariff of their own.
 *     Only they owe charges for time and for power; the meters below them share in the use.
 */
public record TariffRegister(Map<String, Tariff> byId, Map<String, String> byMeter, Set<String> billed) {
    public static final TariffRegister NONE = new TariffRegister(Map.of(), Map.of(), Set.of());

    public TariffRegister {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        byMeter = Map.copyOf(byMeter);
        billed = Set.copyOf(billed);
    }

    /** The tariff of a meter; null where it has none. */
    public @Nullable Tariff of(String meter) {
        String id = byMeter.get(meter);
        return id == null ? null : byId.get(id);
    }

    /** The charge for the month's maximum that a meter owes on a day; null where it owes none. */
    public @Nullable MaximumCharge maximumCharge(String meter, LocalDate day) {
        Tariff tariff = billed.contains(meter) ? of(meter) : null;
        TariffVersion version = tariff == null ? null : tariff.on(day);
        DemandCharge charge = version == null ? null : version.demand();
        return charge == null ? null : charge.maximum();
    }
}
