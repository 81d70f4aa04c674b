package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.site.DeviceSecrets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The devices of a site file with their secrets. */
record DeviceEntries(Map<String, Device> byId, Map<String, String> secrets, boolean anyPlain) {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-fA-F]{64}");
    /** The stand-in for a wrong hash, so that the check can continue. */
    private static final String NOBODY = "";

    static DeviceEntries check(
            List<SiteFile.DeviceEntry> entries,
            Map<String, Zone> zones,
            Map<String, Zone> sides,
            Map<String, Door> doors,
            Map<String, Meter> meters,
            FaultList faults) {
        Map<String, Device> devices = new LinkedHashMap<>();
        Map<String, String> secrets = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, String> metered = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.DeviceEntry entry = entries.get(i);
            String path = "/devices/" + i;
            String id = faults.id(path, entry.id(), "device", taken);
            if (entry.profile() != null) {
                faults.add(
                        path + "/profile",
                        "there is no device profile `" + entry.profile() + "`",
                        "This Foyer speaks with native devices only: remove the key, or bring the device in by a gateway.");
            }
            Device.DeviceKind kind = kind(path, id, entry, faults);
            switch (kind) {
                case READER, CONTROLLER -> faults.known(path + "/door", entry.door(), doors, "door");
                case LINE_COUNTER -> {
                    faults.known(path + "/from", entry.from(), sides, "zone");
                    faults.known(path + "/to", entry.to(), sides, "zone");
                }
                case PEOPLE_COUNTER, PRESENCE -> faults.known(path + "/zone", entry.zone(), zones, "zone");
                case METER -> {
                    faults.known(path + "/meter", entry.meter(), meters, "meter");
                    String other = entry.meter() == null ? null : metered.putIfAbsent(entry.meter(), id);
                    if (other != null) {
                        faults.add(
                                path + "/meter",
                                "meter `" + entry.meter() + "` has the device `" + other
                                        + "` already, and two registers at one meter would mix",
                                "Give this device a meter of its own.");
                    }
                }
                case GATEWAY -> {}
            }
            devices.put(id, device(id, kind, entry));
            secrets.put(id, secret(path, id, entry, faults));
        }
        for (int i = 0; i < entries.size(); i++) {
            for (int s = 0; s < list(entries.get(i).speaksFor()).size(); s++) {
                faults.known(
                        "/devices/" + i + "/speaksFor/" + s,
                        list(entries.get(i).speaksFor()).get(s),
                        devices,
                        "device");
            }
        }
        return new DeviceEntries(devices, secrets, entries.stream().anyMatch(entry -> entry.password() != null));
    }

    private static Device.DeviceKind kind(String path, String id, SiteFile.DeviceEntry entry, FaultList faults) {
        if (entry.kind() == null) {
            faults.add(
                    path,
                    "device `" + id + "` has no kind",
                    "Set `kind` to reader, controller, line-counter, people-counter, presence, meter or gateway.");
            return Device.DeviceKind.GATEWAY;
        }
        return Device.DeviceKind.valueOf(entry.kind().name());
    }

    private static Device device(String id, Device.DeviceKind kind, SiteFile.DeviceEntry entry) {
        @Nullable Direction direction =
                kind == Device.DeviceKind.READER && entry.direction() == null ? Direction.IN : entry.direction();
        return new Device(
                id,
                kind,
                entry.door(),
                direction,
                entry.from(),
                entry.to(),
                entry.zone(),
                entry.meter(),
                list(entry.speaksFor()));
    }

    private static String secret(String path, String id, SiteFile.DeviceEntry entry, FaultList faults) {
        if (entry.password() != null && entry.passwordHash() != null) {
            faults.add(path + "/password", "device `" + id + "` has two passwords", "Keep the passwordHash.");
        }
        if (entry.passwordHash() != null) {
            if (HASH.matcher(entry.passwordHash()).matches()) {
                return entry.passwordHash().toLowerCase(Locale.ROOT);
            }
            faults.add(
                    path + "/passwordHash",
                    "device `" + id + "` has a passwordHash of a wrong form",
                    "Run `./foyer password " + id + "` and paste the line that it prints.");
            return NOBODY;
        }
        if (entry.password() == null || entry.password().isEmpty()) {
            faults.add(
                    path,
                    "device `" + id + "` has no password",
                    "Run `./foyer password " + id + "` and paste the line that it prints.");
            return NOBODY;
        }
        return DeviceSecrets.hash(entry.password());
    }
}
