package io.foyer.simulators.space;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulation reads of a site file; the hub checks the rest. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SpaceFile(
        @Nullable String site,
        @Nullable String timeZone,
        @Nullable List<ZoneText> zones,
        @Nullable List<DoorText> doors,
        @Nullable List<DeviceText> devices,
        @Nullable List<MeterText> meters,
        @Nullable List<ScheduleText> schedules,
        @Nullable List<PlanText> plans) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ZoneText(
            @Nullable String id,
            @Nullable String parent,
            @Nullable String kind,
            @Nullable Integer capacity,
            @Nullable Double areaM2) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DoorText(
            @Nullable String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean contact,
            @Nullable Boolean pin) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DeviceText(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String door,
            @Nullable String direction,
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone,
            @Nullable String meter,
            @Nullable String profile,
            @Nullable String password,
            @Nullable List<String> speaksFor) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MeterText(
            @Nullable String id,
            @Nullable String medium,
            @Nullable String parent,
            @Nullable String zone,
            @Nullable String system,
            @Nullable Double maxPowerW) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ScheduleText(
            @Nullable String id,
            @Nullable List<WindowText> windows,
            @Nullable String holidays) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WindowText(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> days,

            @Nullable String from,
            @Nullable String until) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlanText(
            @Nullable String id,
            @Nullable List<String> zones,
            @Nullable String schedule,
            @Nullable String validity) {}
}
