package io.foyer.hub.site;

import io.foyer.hub.domain.house.House;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a changed site file changes: one line a thing for people, and the devices that must log in again. */
record Difference(List<String> lines, Set<String> devices) {

    static Difference between(Premises before, Premises after) {
        List<String> lines = new ArrayList<>();
        House was = before.house();
        House is = after.house();
        compare("zone", was.zones(), is.zones(), lines);
        compare("door", was.doors(), is.doors(), lines);
        compare("device", was.devices(), is.devices(), lines);
        compare("meter", was.meters(), is.meters(), lines);
        compare("schedule", was.schedules(), is.schedules(), lines);
        compare("plan", was.plans(), is.plans(), lines);
        Set<String> devices = new HashSet<>();
        was.devices().forEach((id, device) -> {
            boolean sameSecret =
                    Objects.equals(before.secrets().get(id), after.secrets().get(id));
            if (!device.equals(is.devices().get(id)) || !sameSecret) {
                devices.add(id);
            }
            if (device.equals(is.devices().get(id)) && !sameSecret) {
                lines.add("~ device " + id + " (password)");
            }
        });
        if (lines.isEmpty() && !was.equals(is)) {
            lines.add("~ site " + is.site());
        }
        return new Difference(lines, devices);
    }

    private static void compare(String what, Map<String, ?> was, Map<String, ?> is, List<String> lines) {
        is.forEach((id, value) -> {
            if (!was.containsKey(id)) {
                lines.add("+ " + what + " " + id);
            } else if (!value.equals(was.get(id))) {
                lines.add("~ " + what + " " + id);
            }
        });
        was.keySet().stream()
                .filter(id -> !is.containsKey(id))
                .forEach(id -> lines.add("- " + what + " " + id + " (retired)"));
    }
}
