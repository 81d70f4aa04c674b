package io.foyer.hub.site;

import io.foyer.hub.domain.SensorAlarms;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Restores a site from the memory of the journal. */
final class SiteRestoration {
    private SiteRestoration() {}

    static Site site(SiteDefinition definition, SiteMemory memory, Instant now) {
        Doorkeeper doorkeeper = new Doorkeeper(definition);
        memory.members().forEach(doorkeeper::put);
        memory.memberships().forEach(doorkeeper::put);
        memory.credentials().forEach(doorkeeper::put);
        memory.bookings().forEach(doorkeeper::put);
        memory.visits().forEach(doorkeeper::put);
        memory.doors().forEach(doorkeeper::put);
        doorkeeper.lockDown(memory.lockdown());
        Occupancy occupancy = Occupancy.restored(
                definition, memory.sources(), memory.balances(), SensorAlarms.faults(memory.alarms()), now);
        occupancy.quality().recall(memory.accuracies());
        occupancy.recall(memory.points(), now);
        Site site = new Site(definition, doorkeeper, occupancy);
        site.doors().restore(memory.accessState(), now);
        Set<String> meters = new HashSet<>(memory.readings().keySet());
        meters.addAll(memory.rates().keySet());
        meters.forEach(meter -> {
            SiteMemory.LastRate rate = memory.rates().get(meter);
            site.book(meter)
                    .restore(
                            memory.readings().getOrDefault(meter, List.of()),
                            memory.quarters().getOrDefault(meter, List.of()),
                            rate == null ? null : rate.rate(),
                            rate == null ? null : rate.asOf());
        });
        memory.repairs().forEach((meter, repairs) -> site.book(meter).repair(repairs));
        memory.alarms().forEach(site.alarms()::put);
        site.demand().restore(now);
        site.leaks().restore();
        memory.ids().forEach((device, ids) -> ids.forEach(id -> site.rememberId(device, id.id(), id.arrived())));
        return site;
    }
}
