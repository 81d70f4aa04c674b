package io.foyer.simulators.setting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices of all site files below {@code DIR/sites}; device ids are unique in a hub. */
public final class Accounts {
    private final Path sites;
    private final Map<String, Entry> entries = new HashMap<>();

    private Accounts(Path sites) {
        this.sites = sites;
    }

    public static Accounts read(Path config) {
        Accounts accounts = new Accounts(config.resolve("sites"));
        try (Stream<Path> files = Files.list(accounts.sites)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(accounts::add);
        } catch (IOException absent) {
            throw new Refusal(accounts.sites + ": is not a readable folder. Name the folder of the hub's settings with"
                    + " --config DIR; its sites/ holds the devices' passwords.");
        }
        return accounts;
    }

    /** {@code neededBy} says, in the words of a message, which file and line or key wants the device. */
    public Account of(String device, String neededBy) {
        Entry entry = entries.get(device);
        if (entry == null) {
            throw new Refusal(neededBy + ": no file in " + sites + " has a device '" + device
                    + "'. Add it to the site file, or name another device in the map.");
        }
        String password = entry.device.password;
        if (password == null) {
            throw new Refusal(entry.file + ": device '" + device + "': no key password. " + neededBy
                    + " logs in as this device: give it a plain password, which is for trials on loopback.");
        }
        return new Account(entry.site, device, password, entry.timeZone);
    }

    private void add(Path file) {
        SiteFile site = YamlFile.read(file, SiteFile.class);
        ZoneId zone;
        try {
            zone = ZoneId.of(String.valueOf(site.timeZone));
        } catch (DateTimeException unknown) {
            throw Refusal.in(
                    file, "key timeZone", "'" + site.timeZone + "' is no time zone", "Example: Asia/Shanghai.");
        }
        if (site.site == null) {
            throw Refusal.in(file, "key site", "is missing", "Give the site its id.");
        }
        for (DeviceEntry device : site.devices == null ? List.<DeviceEntry>of() : site.devices) {
            entries.put(device.id, new Entry(file, site.site, zone, device));
        }
    }

    private record Entry(Path file, String site, ZoneId timeZone, DeviceEntry device) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SiteFile(
            @Nullable String site,
            @Nullable String timeZone,
            @Nullable List<DeviceEntry> devices) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record DeviceEntry(String id, @Nullable String password) {}
}
