package io.foyer.hub.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site file as it is written, key by key. An absent key is null. {@link SiteCheck} turns the file into a definition.
 */
record SiteFile(
        @Nullable String site,
        @Nullable NameEntry name,
        @Nullable String timeZone,
        @Nullable String currency,
        @Nullable List<ZoneEntry> zones,
        @Nullable List<DoorEntry> doors,
        @Nullable List<DeviceEntry> devices,
        @Nullable List<MeterEntry> meters,
        @Nullable List<TariffFile.TariffEntry> tariffs,
        @Nullable List<ScheduleEntry> schedules,
        @Nullable List<PlanEntry> plans,
        @Nullable AccessEntry access,
        BillingPolicy.@Nullable ShareBasis shares,
        @Nullable BigDecimal taxPercent,
        @Nullable Map<Integer, BigDecimal> co2KgPerKwh) {

    static final SiteFile EMPTY =
            new SiteFile(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The file with what its tariffs name in their place. */
    SiteFile with(List<TariffFile.TariffEntry> read) {
        return new SiteFile(
                site,
                name,
                timeZone,
                currency,
                zones,
                doors,
                devices,
                meters,
                read,
                schedules,
                plans,
                access,
                shares,
                taxPercent,
                co2KgPerKwh);
    }

    record NameEntry(@Nullable String zh, @Nullable String en) {}

    record ZoneEntry(
            @Nullable String id,
            @Nullable String parent,
            @Nullable String kind,
            @Nullable NameEntry name,
            @JsonProperty("short") @Nullable NameEntry shortName,
            @Nullable Integer capacity,
            @Nullable Double areaM2,
            @Nullable String plan,
            @Nullable Boolean hardLimit,
            Zone.@Nullable AntiPassback antiPassback,
            @Nullable Integer forgiveMinutes,
            @Nullable BookingRule booking) {}

    enum BookingRule {
        OPTIONAL,
        REQUIRED
    }

    /** {@code nightlyReset} is a time of day, or {@code off}. */
    record AccessEntry(
            @Nullable Integer wrongPins,
            @Nullable Integer lockSeconds,
            @Nullable String nightlyReset) {}

    record DoorEntry(
            @Nullable String id,
            @Nullable NameEntry name,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer unlockSeconds,
            @Nullable Integer heldOpenSeconds,
            Door.@Nullable DoorUse mode,
            @Nullable Boolean contact,
            @Nullable String interlock,
            @Nullable Boolean pin,
            @Nullable String unlockSchedule,
            @Nullable Boolean firstIn,
            @Nullable List<String> lockdownPass) {}

    record DeviceEntry(
            @Nullable String id,
            @Nullable DeviceKindEntry kind,
            @Nullable String door,
            @Nullable Direction direction,
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone,
            @Nullable String meter,
            @Nullable String profile,
            @Nullable String address,
            @Nullable List<String> speaksFor,
            @Nullable String password,
            @Nullable String passwordHash) {}

    /**
     * The kinds as the file writes them, with the names of
     * {@link io.foyer.hub.domain.definition.Device.DeviceKind}.
     */
    enum DeviceKindEntry {
        READER,
        CONTROLLER,
        @JsonProperty("line-counter")
        LINE_COUNTER,
        @JsonProperty("people-counter")
        PEOPLE_COUNTER,
        PRESENCE,
        METER,
        GATEWAY
    }

    record MeterEntry(
            @Nullable String id,
            Meter.@Nullable Medium medium,
            @Nullable String parent,
            @Nullable String zone,
            @Nullable String system,
            @Nullable NameEntry name,
            @Nullable Double maxPowerW,
            @Nullable Double registerMax,
            @Nullable String tariff,
            @Nullable String tenant,
            @Nullable ItemEntry item,
            @Nullable BudgetTerm budget) {}

    /** The items as the file writes them, with the names of {@link io.foyer.hub.domain.definition.BuildingItem}. */
    enum ItemEntry {
        @JsonProperty("lighting-sockets")
        LIGHTING_SOCKETS,
        @JsonProperty("air-conditioning")
        AIR_CONDITIONING,
        POWER,
        SPECIAL
    }

    /** {@code months} are 1 to 12. */
    record BudgetTerm(
            @Nullable BigDecimal cost,
            @Nullable BigDecimal quantity,
            @Nullable Map<Integer, BigDecimal> months) {}

    /** The first three letters of a {@link java.time.DayOfWeek}. */
    enum WeekdayEntry {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN
    }

    record ScheduleEntry(
            @Nullable String id,
            @Nullable List<WindowEntry> windows,
            @Nullable String holidays,
            @Nullable List<ExceptionEntry> exceptions) {}

    record ExceptionEntry(
            @Nullable LocalDate date,
            @Nullable NameEntry name,
            @Nullable List<HoursEntry> windows) {}

    record HoursEntry(@Nullable String from, @Nullable String until) {}

    record WindowEntry(
            @Nullable List<WeekdayEntry> days,
            @Nullable String from,
            @Nullable String until) {}

    record PlanEntry(
            @Nullable String id,
            @Nullable NameEntry name,
            @Nullable List<String> zones,
            @Nullable String schedule,
            @Nullable String validity,
            @Nullable Integer graceDays,
            @Nullable Integer visits,
            @Nullable Integer headCount,
            @Nullable Double price) {}

    /** The entries of a list; empty where the list is absent. */
    static <T> List<T> list(@Nullable List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    /** A name in both languages. Where one language is missing, the other one takes its place. */
    static BilingualText text(@Nullable NameEntry name, String fallback) {
        if (name == null) {
            return BilingualText.of(fallback);
        }
        String any = name.en() != null ? name.en() : name.zh() != null ? name.zh() : fallback;
        return new BilingualText(name.zh() == null ? any : name.zh(), name.en() == null ? any : name.en());
    }
}
