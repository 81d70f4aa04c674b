package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for each meter on each day: the tenant of the site file, else the company that has the meter's zone or the
 * nearest one around it, else who pays for the meter above, else the house. A meter whose zone several companies have at once
 * is the house's.
 */
public final class MeterOwners {
    /** Stands for the house, which pays for what is no tenant's. */
    public static final String COMMON = "common";

    private final SiteDefinition site;
    private final List<Tenancy> tenancies;
    private final List<LocalDate> days;
    private final Map<LocalDate, Map<String, String>> byDay = new HashMap<>();
    private final List<String> tenants;

    /** @param days in order, without a gap */
    public MeterOwners(SiteDefinition site, List<Tenancy> tenancies, List<LocalDate> days) {
        this.site = site;
        this.tenancies = List.copyOf(tenancies);
        this.days = List.copyOf(days);
        TreeSet<String> found = new TreeSet<>();
        for (LocalDate day : days) {
            Map<String, String> owners = new HashMap<>();
            site.meters().values().forEach(meter -> owners.put(meter.id(), owner(meter, day)));
            byDay.put(day, owners);
            found.addAll(owners.values());
        }
        found.remove(COMMON);
        tenants = List.copyOf(found);
    }

    /** Who pays for some meter on some day, in the order of their names; without the house. */
    public List<String> tenants() {
        return tenants;
    }

    List<LocalDate> days() {
        return days;
    }

    String owner(String meter, LocalDate day) {
        return byDay.getOrDefault(day, Map.of()).getOrDefault(meter, COMMON);
    }

    /** The zones of a tenant on a day, without those that lie in another one of them. */
    Set<String> zones(String tenant, LocalDate day) {
        Set<String> zones = new HashSet<>();
        tenancies.stream()
                .filter(one -> one.tenant().equals(tenant) && one.isOn(day))
                .forEach(one -> zones.add(one.zone()));
        site.billing().tenants().forEach((id, named) -> {
            Meter meter = site.meters().get(id);
            if (named.equals(tenant) && meter != null && !isOfWholeHouse(meter)) {
                zones.add(meter.zone());
            }
        });
        zones.removeIf(zone -> zones.stream().anyMatch(other -> !other.equals(zone) && site.isWithin(zone, other)));
        return zones;
    }

    /** A tenant's machine that stands in the house at large makes the house no zone of the tenant. */
    private boolean isOfWholeHouse(Meter meter) {
        Meter top = meter;
        for (Meter above = parent(top); above != null; above = parent(top)) {
            top = above;
        }
        return !top.equals(meter) && top.zone().equals(meter.zone());
    }

    private @Nullable Meter parent(Meter meter) {
        return meter.parent() == null ? null : site.meters().get(meter.parent());
    }

    private String owner(Meter meter, LocalDate day) {
        for (@Nullable Meter at = meter; at != null; at = parent(at)) {
            String own = ownOwner(at, day);
            if (own != null) {
                return own;
            }
        }
        return COMMON;
    }

    private @Nullable String ownOwner(Meter meter, LocalDate day) {
        String named = site.billing().tenants().get(meter.id());
        if (named != null) {
            return named;
        }
        for (Zone zone : site.around(meter.zone())) {
            List<String> companies = new ArrayList<>(new TreeSet<>(tenancies.stream()
                    .filter(one -> one.zone().equals(zone.id()) && one.isOn(day))
                    .map(Tenancy::tenant)
                    .toList()));
            if (!companies.isEmpty()) {
                return companies.size() == 1 ? companies.get(0) : COMMON;
            }
        }
        return null;
    }
}
