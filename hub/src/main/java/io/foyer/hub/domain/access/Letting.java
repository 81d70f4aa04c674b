package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is let of a zone on a day. A membership with a fixed zone takes one desk of it; one whose plan has a head count
 * takes the whole zone.
 *
 * @param let desks, at most the zone's capacity where it has one
 * @param perMonth what the plans of these memberships cost in a month, in the currency of the site
 */
public record Letting(Zone zone, int let, double perMonth) {
    private static final Set<String> LETTABLE = Set.of("office", "fixed-desks");

    /** The share of the desks that is let, 0 to 1; null where the zone has no capacity. */
    public @Nullable Double rate() {
        Integer desks = zone.capacity();
        return desks == null || desks == 0 ? null : (Double) ((double) let / desks);
    }

    /** What a square metre brings in a month; null where the zone has no area. */
    public @Nullable Double perM2() {
        Double area = zone.areaM2();
        return area == null || area <= 0 ? null : (Double) (perMonth / area);
    }

    /**
     * The offices and areas of fixed desks, and whatever else a membership is fixed to, in the order of the site file.
     *
     * @param fixed memberships that have a zone and are active
     */
    public static List<Letting> of(SiteDefinition site, List<Membership> fixed, LocalDate day) {
        List<Letting> lettings = new ArrayList<>();
        for (Zone zone : site.zones().values()) {
            List<Membership> here = fixed.stream()
                    .filter(membership -> zone.id().equals(membership.zone()) && isLet(site, membership, day))
                    .toList();
            if (!here.isEmpty() || LETTABLE.contains(zone.kind())) {
                lettings.add(of(site, zone, here));
            }
        }
        return lettings;
    }

    private static boolean isLet(SiteDefinition site, Membership membership, LocalDate day) {
        Plan plan = site.plans().get(membership.plan());
        LocalDate last = membership.until();
        if (last == null && plan != null && !membership.startsOnFirstUse()) {
            last = plan.lastDay(membership.from());
        }
        return !membership.from().isAfter(day) && (last == null || !last.isBefore(day));
    }

    private static Letting of(SiteDefinition site, Zone zone, List<Membership> here) {
        int desks = zone.capacity() == null ? Integer.MAX_VALUE : zone.capacity();
        long let = 0;
        double perMonth = 0;
        for (Membership membership : here) {
            Plan plan = site.plans().get(membership.plan());
            Double price = plan == null ? null : plan.monthlyPrice();
            Integer heads = plan == null ? null : plan.headCount();
            let += heads == null ? 1 : zone.capacity() == null ? heads : desks;
            perMonth += price == null ? 0 : price;
        }
        return new Letting(zone, (int) Math.min(desks, let), perMonth);
    }
}
