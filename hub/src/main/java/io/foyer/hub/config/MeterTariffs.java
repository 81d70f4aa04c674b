package io.foyer.hub.config;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.tariff.TariffRegister;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tariff of each meter of a site file: the one that its key names, else that of the meter above it, else the only
 * one of its medium.
 */
record MeterTariffs(TariffEntries tariffs, Map<String, Meter> meters, FaultList faults) {

    TariffRegister register(List<SiteFile.MeterEntry> written) {
        Map<String, String> named = named(written);
        Map<String, String> byMeter = new HashMap<>();
        Set<String> billed = new HashSet<>(named.keySet());
        for (int i = 0; i < written.size(); i++) {
            SiteFile.MeterEntry entry = written.get(i);
            String id = String.valueOf(entry.id());
            String tariff = ofNearest(id, named);
            List<String> known = tariffs.byId().keySet().stream()
                    .filter(one -> entry.medium() != null && tariffs.media().get(one) == entry.medium())
                    .toList();
            if (entry.parent() == null) {
                billed.add(id);
                refuseChoice("/meters/" + i, id, tariff, known);
            }
            if (tariff != null || known.size() == 1) {
                byMeter.put(id, tariff == null ? known.get(0) : tariff);
            }
        }
        return new TariffRegister(tariffs.byId(), byMeter, billed);
    }

    private void refuseChoice(String path, String meter, @Nullable String tariff, List<String> known) {
        if (tariff == null && known.size() > 1) {
            faults.add(
                    path,
                    "meter `" + meter + "` has no tariff, and the file has " + known.size() + " for it: "
                            + String.join(", ", known),
                    "Add the key `tariff` with one of them.");
        }
    }

    private Map<String, String> named(List<SiteFile.MeterEntry> written) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            SiteFile.MeterEntry entry = written.get(i);
            String tariff = entry.tariff();
            if (tariff == null) {
                continue;
            }
            String path = "/meters/" + i + "/tariff";
            faults.known(path, tariff, tariffs.byId(), "tariff");
            Meter.Medium medium = tariffs.media().get(tariff);
            if (medium != null && medium != entry.medium()) {
                faults.add(
                        path,
                        "tariff `" + tariff + "` is for another medium",
                        "Name a tariff of the meter's own medium.");
            }
            named.put(String.valueOf(entry.id()), tariff);
        }
        return named;
    }

    /** The tariff that the meter or the nearest one above it names. A circle of meters is told elsewhere. */
    private @Nullable String ofNearest(String meter, Map<String, String> named) {
        String id = meter;
        for (int steps = 0; id != null && steps <= meters.size(); steps++) {
            if (named.containsKey(id)) {
                return named.get(id);
            }
            Meter here = meters.get(id);
            id = here == null ? null : here.parent();
        }
        return null;
    }
}
