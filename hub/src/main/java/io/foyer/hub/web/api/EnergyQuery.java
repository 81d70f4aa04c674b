package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter;
import java.util.Set;

/** The meters of a question. All are of one medium: nobody can add up kWh and m³. */
record EnergyQuery(Meter.Medium medium, Set<String> meters) {
    static final Parameter METER = Parameter.text("meter", "Either this");
    static final Parameter ZONE = Parameter.text("zone", "or this");
    static final Parameter MEDIUM =
            Parameter.oneOf("medium", "Of a zone; electricity unless told", Meter.Medium.values());

    /** Reads {@code meter}, or {@code zone} and {@code medium}. */
    static EnergyQuery of(ApiCall call) {
        String meter = call.query("meter");
        String zone = call.query("zone");
        if ((meter == null) == (zone == null)) {
            call.fields().wrong("meter", "meter 与 zone 须给出且只给出一个", "give either `meter` or `zone`");
        }
        return meter != null ? ofMeter(call) : ofZone(call, zone == null ? "" : zone);
    }

    private static EnergyQuery ofMeter(ApiCall call) {
        Meter meter = call.meter();
        return meter == null
                ? new EnergyQuery(Meter.Medium.ELECTRICITY, Set.of())
                : new EnergyQuery(meter.medium(), Set.of(meter.id()));
    }

    /** The medium that the query names; electricity unless told. */
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
