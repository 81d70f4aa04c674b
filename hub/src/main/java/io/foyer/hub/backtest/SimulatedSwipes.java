package io.foyer.hub.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.DailyTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The places of people by their swipes, with the nightly reset at four. Some people pass behind another one's badge. */
final class SimulatedSwipes {
    private final SiteDefinition site;
    private final double unbadged;
    private final DailyTime reset;
    private final Random chance = new Random(1);
    private final Map<String, String> places = new HashMap<>();
    private Instant night = Instant.EPOCH;

    SimulatedSwipes(SiteDefinition site, double unbadged) {
        this.site = site;
        this.unbadged = unbadged;
        this.reset = new DailyTime(BorderCounts.RESET, site.timeZone());
    }

    void swipe(CountedZones counted, String reader, JsonNode fields, Instant at, Instant due) {
        Instant last = reset.on(reset.lastDay(due));
        if (last.isAfter(night)) {
            night = last;
            places.clear();
        }
        Device device = site.devices().get(reader);
        Door door = device == null ? null : site.doors().get(String.valueOf(device.door()));
        if (door != null && chance.nextDouble() >= unbadged) {
            String to = fields.path("direction").asText().equals("in") ? door.to() : door.from();
            String from = places.put(fields.path("credential").asText(), to);
            counted.walked(from, to, at, due);
        }
    }
}
