package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.Zone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The doors of a site file. */
record DoorEntries(
        Map<String, Zone> sides, Map<String, Schedule> schedules, Map<String, Plan> plans, FaultList faults) {

    Map<String, Door> check(List<SiteFile.DoorEntry> entries) {
        Map<String, Door> doors = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.DoorEntry entry = entries.get(i);
            String path = "/doors/" + i;
            String id = faults.id(path, entry.id(), "door", taken);
            faults.known(path + "/from", entry.from(), sides, "zone");
            faults.known(path + "/to", entry.to(), sides, "zone");
            if (entry.from() != null && entry.from().equals(entry.to())) {
                faults.add(path + "/to", "door `" + id + "` leads from a zone to itself", "Name two different zones.");
            }
            faults.within(path + "/heldOpenSeconds", entry.heldOpenSeconds(), 1, 86_400, 60);
            if (entry.unlockSchedule() != null) {
                faults.known(path + "/unlockSchedule", entry.unlockSchedule(), schedules, "schedule");
            } else if (Boolean.TRUE.equals(entry.firstIn())) {
                faults.add(
                        path + "/firstIn",
                        "door `" + id + "` waits for the first person, but never stands open",
                        "Give it an unlockSchedule, or remove firstIn.");
            }
            for (int p = 0; p < list(entry.lockdownPass()).size(); p++) {
                faults.known(
                        path + "/lockdownPass/" + p, list(entry.lockdownPass()).get(p), plans, "plan");
            }
            if (entry.interlock() != null
                    && entries.stream()
                                    .filter(other -> entry.interlock().equals(other.interlock()))
                                    .count()
                            < 2) {
                faults.add(
                        path + "/interlock",
                        "door `" + id + "` is alone in its interlock `" + entry.interlock() + "`",
                        "Name the same interlock at another door, or remove it.");
            }
            doors.put(id, door(path, id, entry));
        }
        return doors;
    }

    private Door door(String path, String id, SiteFile.DoorEntry entry) {
        return new Door(
                id,
                String.valueOf(entry.from()),
                String.valueOf(entry.to()),
                faults.within(path + "/unlockSeconds", entry.unlockSeconds(), 1, 300, 5),
                entry.mode() == null ? Door.DoorUse.SECURE : entry.mode(),
                Boolean.TRUE.equals(entry.pin()),
                Boolean.TRUE.equals(entry.contact()),
                entry.interlock(),
                entry.unlockSchedule() == null ? null : schedules.get(entry.unlockSchedule()),
                Boolean.TRUE.equals(entry.firstIn()),
                Set.copyOf(list(entry.lockdownPass())));
    }
}
