package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.tariff.TariffRegister;
import io.foyer.hub.site.SiteContent;
import io.foyer.hub.site.SiteSetup;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;

/** Turns a site file into the definition of a site, or reports all its faults. */
final class SiteCheck {
    private static final Map<String, Currency> CURRENCIES =
            Currency.getAvailableCurrencies().stream().collect(toMap(Currency::getCurrencyCode, currency -> currency));

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
        ZoneEntries zoneEntries = new ZoneEntries(list(file.zones()), faults);
        Map<String, Zone> zones = zoneEntries.check();
        Map<String, Zone> sides = ZoneEntries.sides(zones);
        Map<String, Meter> meters = MeterEntries.check(list(file.meters()), zones, faults);
        Calendars calendars = new Calendars(folder());
        Map<String, Schedule> schedules = new ScheduleEntries(calendars, faults).check(list(file.schedules()));
        PlanEntries rules = new PlanEntries(faults);
        Map<String, Plan> plans = rules.plans(list(file.plans()), zones, schedules);
        Map<String, Door> doors = new DoorEntries(sides, schedules, plans, faults).check(list(file.doors()));
        AccessPolicy access = rules.access(file.access());
        TariffEntries tariffs = TariffEntries.check(folder(), list(file.tariffs()), currency, calendars, faults);
        TariffRegister register = new MeterTariffs(tariffs, meters, faults).register(list(file.meters()));
        EnergyTerms energy = new EnergyTermEntries(faults).check(list(file.meters()), file.co2KgPerKwh());
        DeviceEntries devices = DeviceEntries.check(list(file.devices()), zones, sides, doors, meters, faults);
        BillingPolicy billing = BillingEntries.check(file, faults);
        Map<String, Path> drawings = zoneEntries.drawings(zones, folder());
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
                register,
                billing,
                energy);
        SiteContent content = PublishedSite.content(yaml, tariffs.entries(), calendars.parts(), devices.secrets());
        SiteSetup setup = new SiteSetup(definition, devices.secrets(), drawings, content);
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
        Currency known = CURRENCIES.get(code);
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

    private Path folder() {
        return yaml.file().toAbsolutePath().normalize().resolve("../..").normalize();
    }
}
