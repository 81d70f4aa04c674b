package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.house.House;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class Occupancy {
    public record Changed(List<Change> changes, List<ZoneCount> zones) {}

    public static Occupancy restored(House house, List<Source> sources, Map<String, Integer> flows, Instant now) {
        return new Occupancy();
    }

    public Changed hear(String device, Message message, Instant at, Instant arrived, boolean live) {
        return new Changed(List.of(), List.of());
    }

    public Changed status(String device, boolean online, Instant at) {
        return new Changed(List.of(), List.of());
    }

    public Changed connected(String device, Instant at) {
        return new Changed(List.of(), List.of());
    }

    public Changed gone(String device, boolean failed, Instant at) {
        return new Changed(List.of(), List.of());
    }

    public Changed tick(Instant now) {
        return new Changed(List.of(), List.of());
    }

    public Changed reload(House house, Instant now) {
        return new Changed(List.of(), List.of());
    }

    public List<ZoneCount> all() {
        return List.of();
    }
}
