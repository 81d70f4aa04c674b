package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.flow.MeterTree;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.performance.CarbonFootprint;
import io.foyer.hub.domain.performance.EnergyIntensity;
import io.foyer.hub.domain.performance.ItemUse;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.IntensityEntry;
import io.foyer.hub.web.wire.ItemsEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints for what electricity served: people and area with its CO2e, and the items of a building. */
final class IntensityEndpoints {
    /** Counts are read by the hour. */
    private static final int LONGEST_DAYS = 400;

    private static final String DAYS = DayRange.WORDS + " 400 days at most.";

    private final Archive archive;

    IntensityEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/intensity",
                                Roles.ENERGY,
                                "energy",
                                "The electricity of a meter or a zone by person-hour and by m², with its CO2e")
                        .describedAs(DAYS + " People and area are those of the zone, or of the meter's zone.")
                        .takes(EnergyQuery.METER, EnergyQuery.ZONE, TimeRange.FROM, TimeRange.TO)
                        .answers(IntensityEntry.class)
                        .handledBy(this::intensity),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/items",
                                Roles.ENERGY,
                                "energy",
                                "The electricity of the site by the four items of a building")
                        .describedAs(DAYS + " A meter's key `item` in the site file says where its use belongs.")
                        .takes(TimeRange.FROM, TimeRange.TO)
                        .answers(ItemsEntry.class)
                        .handledBy(this::items));
    }

    /** The topmost electricity meters of a place, and its zone. */
    private record MeteredPlace(
            Set<String> meters, @Nullable Zone zone) {
        static MeteredPlace of(ApiCall call) {
            SiteDefinition site = call.definition();
            if (EnergyQuery.zone(call) != null) {
                Zone zone = call.zone();
                return zone == null
                        ? new MeteredPlace(Set.of(), null)
                        : new MeteredPlace(ZoneMeters.topmost(site, zone.id(), Medium.ELECTRICITY), zone);
            }
            Meter meter = EnergyQuery.electricity(call);
            return meter == null
                    ? new MeteredPlace(Set.of(), null)
                    : new MeteredPlace(Set.of(meter.id()), site.zones().get(meter.zone()));
        }
    }

    private Future<ApiAnswer> intensity(ApiCall call) {
        MeteredPlace place = MeteredPlace.of(call);
        DayRange days = DayRange.of(call, LONGEST_DAYS);
        return call.answer(() -> StoreFault.of(archive.useByMonth(call.site(), place.meters(), days.from(), days.to()))
                .compose(months -> counts(call, place.zone(), days)
                        .map(counts -> ApiAnswer.ok(entry(call, place.zone(), days, months, counts)))));
    }

    private Future<List<OccupancyItem>> counts(ApiCall call, @Nullable Zone zone, DayRange days) {
        return zone == null
                ? Future.succeededFuture(List.of())
                : new ZoneHistory(archive)
                        .of(call, zone.id(), OccupancyInterval.DAY, days.start(), days.end(call.now()));
    }

    private static IntensityEntry entry(
            ApiCall call, @Nullable Zone zone, DayRange days, List<MonthUse> months, List<OccupancyItem> counts) {
        double hours = Duration.between(days.start(), days.end(call.now())).toMillis() / 3_600e3;
        return IntensityEntry.of(
                EnergyIntensity.of(
                        months.stream().mapToLong(MonthUse::quantity).sum(),
                        counts,
                        hours,
                        zone == null ? null : zone.areaM2()),
                CarbonFootprint.of(months, call.definition().energy().carbon()));
    }

    private Future<ApiAnswer> items(ApiCall call) {
        DayRange days = DayRange.of(call, LONGEST_DAYS);
        MeterTree tree = new MeterTree(call.definition(), Medium.ELECTRICITY);
        return call.answer(() -> StoreFault.of(archive.useByMeter(call.site(), tree.ids(), days.from(), days.to()))
                .map(used -> ApiAnswer.ok(ItemsEntry.of(
                        ItemUse.of(tree, call.definition().energy().items(), used)))));
    }
}
