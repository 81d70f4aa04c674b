package io.foyer.hub.store;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The small keys of the things in the site files, retired things included. A site's registration sets its keys. */
final class KeyRegistry {
    private final Map<String, SiteKeys> sites = new ConcurrentHashMap<>();

    void put(String site, SiteKeys keys) {
        sites.put(site, keys);
    }

    /** The keys of a site. Throws {@link RefusedContent} where no registration has set them. */
    SiteKeys of(String site) {
        return known(sites.get(site), "site", site);
    }

    /** One site's keys by id, and the time zone of its days. */
    record SiteKeys(
            int site,
            ZoneId timeZone,
            Map<String, Integer> zones,
            Map<String, Integer> doors,
            Map<String, Integer> devices,
            Map<String, Integer> meters) {
        int zone(String id) {
            return known(zones.get(id), "zone", id);
        }

        int door(String id) {
            return known(doors.get(id), "door", id);
        }

        int device(String id) {
            return known(devices.get(id), "device", id);
        }

        int meter(String id) {
            return known(meters.get(id), "meter", id);
        }
    }

    private static <T> T known(@Nullable T key, String kind, String id) {
        if (key == null) {
            throw new RefusedContent("there is no " + kind + " " + id);
        }
        return key;
    }
}
