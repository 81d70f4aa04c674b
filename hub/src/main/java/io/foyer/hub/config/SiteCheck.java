package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.tariff.TariffRegister;
import io.foyer.hub.site.SiteSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a site file into the definition of a site, or reports all its faults. */
final class SiteCheck {
    private final Yaml<SiteFile> yaml;
    private final SiteFile file;
    private final FaultList faults;

    private SiteCheck(Yaml<SiteFile> yaml) {
        this.yaml = yaml;
        this.file = yaml.value();
        this.faults = new FaultList(yaml.file(), yaml.lines());
    }

    /**
     * A file that has passed the check.
     *
     * @param anyPlain true where a password stands in the file in plain text
     */
    record SiteResult(Path file, SiteSetup setup, boolean anyPlain, LineIndex lines) {}

    static SiteResult check(Path path) {
        return new SiteCheck(Yaml.read(path, SiteFile.class, SiteFile.EMPTY)).check();
    }

    private SiteResult check() {
        String site = faults.id("", file.site(), "site", new HashSet<>());
        ZoneId timeZone = timeZone();
        String currency = currency();
        Map<String, Zone> zones = zones();
        Map<String, Zone> sides = sides(zones);
        Map<String, Meter> meters = MeterEntries.check(list(file.meters()), zones, faults);
        Calendars calendars = new Calendars(folder());
        Map<String, Schedule> schedules = new ScheduleEntries(calendars, faults).check(list(file.schedules()));
        PlanEntries rules = new PlanEntries(faults);
        Map<String, Plan> plans = rules.plans(list(file.plans()), zones, schedules);
        Map<String, Door> doors = new DoorEntries(sides, schedules, plans, faults).check(list(file.doors()));
        AccessPolicy access = rules.access(file.access());
        TariffEntries tariffs = TariffEntries.check(folder(), list(file.tariffs()), currency, calendars, faults);
        TariffRegister register = new MeterTariffs(tariffs, meters, faults).register(list(file.meters()));
        DeviceEntries devices = DeviceEntries.check(list(file.devices()), zones, sides, doors, meters, faults);
        Map<String, Path> drawings = drawings(zones);
        faults.throwIfAny();
        SiteDefinition definition = new SiteDefinition(
                site,
                SiteFile.text(file.name(), site),
                timeZone,
                currency,
                zones,
                doors,
                devices.byId(),
                meters,
                schedules,
                plans,
                access,
                register);
        JsonNode published = PublishedSite.withoutSecrets(file.with(tariffs.entries()));
        Map<String, String> parts = PublishedSite.parts(published, devices.secrets());
        parts.putAll(calendars.parts());
        SiteSetup setup = new SiteSetup(definition, devices.secrets(), drawings, published.toString(), parts);
        return new SiteResult(yaml.file(), setup, devices.anyPlain(), yaml.lines());
    }

    private ZoneId timeZone() {
        try {
            return ZoneId.of(file.timeZone() == null ? "" : file.timeZone());
        } catch (DateTimeException e) {
            faults.add(
                    "/timeZone",
                    file.timeZone() == null || file.timeZone().isBlank()
                            ? "the time zone is missing"
                            : "there is no time zone `" + file.timeZone() + "`",
                    "Use a name such as Asia/Shanghai.");
            return ZoneOffset.UTC;
        }
    }

    private String currency() {
        String code = file.currency() == null ? "" : file.currency();
        Currency known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElse(null);
        if (known != null && known.getDefaultFractionDigits() < 0) {
            faults.add(
                    "/currency",
                    "`" + code + "` is a code without a smallest unit, so nobody can be billed in it",
                    "Use the code of a currency such as CNY.");
        } else if (known == null) {
            faults.add(
                    "/currency",
                    code.isBlank() ? "the currency is missing" : "there is no currency `" + code + "`",
                    "Use an ISO 4217 code such as CNY.");
        }
        return code;
    }

    private Map<String, Zone> zones() {
        Map<String, Zone> zones = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(Zone.OUTSIDE));
        List<SiteFile.ZoneEntry> entries = list(file.zones());
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.ZoneEntry entry = entries.get(i);
            String path = "/zones/" + i;
            String id = faults.id(path, entry.id(), "zone", taken);
            zones.put(
                    id,
                    new Zone(
                            id,
                            entry.parent(),
                            entry.kind() == null ? "zone" : entry.kind(),
                            SiteFile.text(entry.name(), id),
                            entry.shortName() == null ? null : SiteFile.text(entry.shortName(), id),
                            entry.capacity() == null
                                    ? null
                                    : faults.within(path + "/capacity", entry.capacity(), 1, 100_000, 1),
                            entry.areaM2() == null
                                    ? null
                                    : faults.within(path + "/areaM2", entry.areaM2(), 0.1, 1e7, 1.0),
                            entry.plan(),
                            control(path, id, entry)));
        }
        if (zones.isEmpty()) {
            faults.add("/zones", "the site has no zone", "Add at least `zones: [{id: house, kind: house}]`.");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).parent() != null) {
                faults.known("/zones/" + i + "/parent", entries.get(i).parent(), zones, "zone");
            }
        }
        faults.refuseCycles("/zones/", "zone", List.copyOf(zones.keySet()), id -> {
            Zone zone = zones.get(id);
            return zone == null ? null : zone.parent();
        });
        return zones;
    }

    private Zone.ZoneControl control(String path, String id, SiteFile.ZoneEntry entry) {
        boolean hardLimit = Boolean.TRUE.equals(entry.hardLimit());
        if (hardLimit && entry.capacity() == null) {
            faults.add(path + "/hardLimit", "zone `" + id + "` has a hard limit but no capacity", "Set its capacity.");
        }
        return new Zone.ZoneControl(
                hardLimit,
                entry.antiPassback() == null ? Zone.AntiPassback.OFF : entry.antiPassback(),
                entry.forgiveMinutes() == null
                        ? null
                        : Duration.ofMinutes(
                                faults.within(path + "/forgiveMinutes", entry.forgiveMinutes(), 1, 10_080, 1)),
                entry.booking() == SiteFile.BookingRule.REQUIRED);
    }

    /** The zones on the two sides of a door or a line: all zones, and outside. */
    private static Map<String, Zone> sides(Map<String, Zone> zones) {
        Map<String, Zone> sides = new HashMap<>(zones);
        sides.put(
                Zone.OUTSIDE,
                new Zone(Zone.OUTSIDE, null, "outside", SiteFile.text(null, Zone.OUTSIDE), null, null, null, null));
        return sides;
    }

    private Path folder() {
        return yaml.file().toAbsolutePath().normalize().resolve("../..").normalize();
    }

    private Map<String, Path> drawings(Map<String, Zone> zones) {
        Map<String, Path> drawings = new HashMap<>();
        Path folder = folder();
        int i = 0;
        for (Zone zone : zones.values()) {
            if (zone.plan() != null) {
                Path drawing = folder.resolve(zone.plan()).normalize();
                if (!drawing.startsWith(folder) || !Files.isRegularFile(drawing)) {
                    faults.add(
                            "/zones/" + i + "/plan",
                            "there is no drawing `" + zone.plan() + "`",
                            "Put the SVG file below the configuration folder.");
                }
                drawings.put(zone.id(), drawing);
            }
            i++;
        }
        return drawings;
    }
}
