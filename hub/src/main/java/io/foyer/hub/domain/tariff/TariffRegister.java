package io.foyer.hub.domain.tariff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of a site.
 *
 * @param byMeter the id of the tariff of each meter that has one
 */
public record TariffRegister(Map<String, Tariff> byId, Map<String, String> byMeter) {
    public static final TariffRegister NONE = new TariffRegister(Map.of(), Map.of());

    public TariffRegister {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        byMeter = Map.copyOf(byMeter);
    }

    /** The tariff of a meter; null where it has none. */
    public @Nullable Tariff of(String meter) {
        String id = byMeter.get(meter);
        return id == null ? null : byId.get(id);
    }
}
