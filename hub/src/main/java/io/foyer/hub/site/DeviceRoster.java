package io.foyer.hub.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sites and devices in the site files. The loop of the sites writes here; any thread reads. */
final class DeviceRoster {
    private volatile Map<String, SiteSetup> sites = Map.of();
    private volatile Map<String, KnownDevice> devices = Map.of();
    private volatile Map<String, String> gateways = Map.of();

    /** Adds sites, or replaces the setups of known sites. */
    void enter(Collection<SiteSetup> some) {
        Map<String, SiteSetup> all = new LinkedHashMap<>(sites);
        some.forEach(one -> all.put(one.definition().site(), one));
        Map<String, KnownDevice> known = new HashMap<>();
        Map<String, String> bringers = new HashMap<>();
        all.values().forEach(site -> site.definition().devices().forEach((id, device) -> {
            known.put(
                    id,
                    new KnownDevice(site.definition(), device, site.secrets().getOrDefault(id, "")));
            device.speaksFor().forEach(brought -> bringers.put(brought, id));
        }));
        sites = all;
        devices = known;
        gateways = bringers;
    }

    /** The sites, in the order in which they came. */
    Collection<SiteSetup> all() {
        return sites.values();
    }

    /** Throws {@link IllegalArgumentException} where a site of this roster is missing in {@code others}. */
    void refuseMissing(List<SiteSetup> others) {
        Set<String> missing = new TreeSet<>(sites.keySet());
        others.forEach(one -> missing.remove(one.definition().site()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the site file of " + String.join(", ", missing)
                            + " is gone. A running hub does not drop a whole site: put the file back, or restart the hub without the file.");
        }
    }

    Optional<SiteSetup> of(String site) {
        return Optional.ofNullable(sites.get(site));
    }

    @Nullable KnownDevice known(String device) {
        return devices.get(device);
    }

    Optional<String> gatewayOf(String device) {
        return Optional.ofNullable(gateways.get(device));
    }
}
