package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meters of a question. All are of one medium: nobody can add up kWh and m³. */
record EnergyQuery(Meter.Medium medium, Set<String> meters) {
    static final Parameter METER = Parameter.text("meter", "The meter's id; give either a meter or a zone");
    static final Parameter ZONE = Parameter.text("zone", "The zone's id; its topmost meters count together");
    static final Parameter MEDIUM = Parameter.oneOf(
            "medium", "The medium of a zone's meters; the default is electricity", Meter.Medium.values());

    /** Reads {@code meter}, or {@code zone} and {@code medium}. */
    static EnergyQuery of(ApiCall call) {
        String zone = zone(call);
        return zone == null ? ofMeter(call) : ofZone(call, zone);
    }

    /** The zone of a question for a meter or a zone; null where it names a meter. */
    static @Nullable String zone(ApiCall call) {
        String meter = call.query("meter");
        String zone = call.query("zone");
        if ((meter == null) == (zone == null)) {
            call.fields().wrong("meter", "meter 与 zone 须给出且只给出一个", "give either `meter` or `zone`");
        }
        return meter != null ? null : zone == null ? "" : zone;
    }

    private static EnergyQuery ofMeter(ApiCall call) {
        Meter meter = call.meter();
        return meter == null
                ? new EnergyQuery(Meter.Medium.ELECTRICITY, Set.of())
                : new EnergyQuery(meter.medium(), Set.of(meter.id()));
    }

    /** The electricity meter that the query names. Null where there is none; then the request has an error. */
    static @Nullable Meter electricity(ApiCall call) {
        Meter meter = call.meter();
        if (meter != null && meter.medium() != Meter.Medium.ELECTRICITY) {
            call.fields().wrong("meter", "不是电表", "does not measure electricity");
        }
        return meter;
    }

    /** The medium that the query names; by default electricity. */
    static Meter.Medium medium(ApiCall call) {
        Meter.Medium asked = call.fields().optionalOneOf("medium", call.query("medium"), Meter.Medium.values());
        return asked == null ? Meter.Medium.ELECTRICITY : asked;
    }

    /** A zone's topmost meters of the medium that the query names. */
    static EnergyQuery ofZone(ApiCall call, String zone) {
        if (!call.definition().zones().containsKey(zone)) {
            call.fields().wrong("zone", "没有这个区域", "there is no such zone");
        }
        Meter.Medium medium = medium(call);
        return new EnergyQuery(medium, ZoneMeters.topmost(call.definition(), zone, medium));
    }
}
