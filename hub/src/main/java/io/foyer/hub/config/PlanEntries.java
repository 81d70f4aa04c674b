package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.Zone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plans of a site file, and the rules for all doors of the site. */
record PlanEntries(FaultList faults) {

    Map<String, Plan> plans(
            List<SiteFile.PlanEntry> entries, Map<String, Zone> zones, Map<String, Schedule> schedules) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.PlanEntry entry = entries.get(i);
            String path = "/plans/" + i;
            String id = faults.id(path, entry.id(), "plan", taken);
            for (int z = 0; z < list(entry.zones()).size(); z++) {
                faults.known(path + "/zones/" + z, list(entry.zones()).get(z), zones, "zone");
            }
            String schedule = entry.schedule() == null ? Schedule.ALWAYS.id() : entry.schedule();
            faults.known(path + "/schedule", schedule, schedules, "schedule");
            plans.put(
                    id,
                    new Plan(
                            id,
                            SiteFile.text(entry.name(), id),
                            list(entry.zones()),
                            schedules.getOrDefault(schedule, Schedule.ALWAYS),
                            validity(path + "/validity", entry.validity()),
                            faults.within(path + "/graceDays", entry.graceDays(), 0, 366, 0),
                            entry.visits() == null
                                    ? null
                                    : faults.within(path + "/visits", entry.visits(), 1, 10_000, 1),
                            entry.headCount() == null
                                    ? null
                                    : faults.within(path + "/headCount", entry.headCount(), 1, 10_000, 1),
                            entry.price()));
        }
        return plans;
    }

    private @Nullable Period validity(String path, @Nullable String validity) {
        if (validity == null) {
            return null;
        }
        try {
            Period period = Period.parse(validity);
            if (period.isNegative() || period.isZero()) {
                throw new DateTimeException("not forward");
            }
            return period;
        } catch (DateTimeException e) {
            faults.add(path, "`" + validity + "` is not a span of days", "Write one such as P1D, P1W, P1M or P1Y.");
            return null;
        }
    }

    AccessPolicy access(SiteFile.@Nullable AccessEntry entry) {
        AccessPolicy usual = AccessPolicy.DEFAULT;
        if (entry == null) {
            return usual;
        }
        String reset = entry.nightlyReset();
        int seconds = faults.within("/access/lockSeconds", entry.lockSeconds(), 1, 86_400, (int)
                usual.lockedFor().toSeconds());
        return new AccessPolicy(
                faults.within("/access/wrongPins", entry.wrongPins(), 1, 100, usual.wrongPins()),
                Duration.ofSeconds(seconds),
                reset == null
                        ? usual.nightlyReset()
                        : reset.equals("off") ? null : ScheduleEntries.time("/access/nightlyReset", reset, faults));
    }
}
