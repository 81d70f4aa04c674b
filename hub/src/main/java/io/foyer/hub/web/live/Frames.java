package io.foyer.hub.web.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.foyer.hub.web.wire.AlarmEntry;
import io.foyer.hub.web.wire.EventEntry;
import io.foyer.hub.web.wire.LiveDoor;
import io.foyer.hub.web.wire.LiveMeter;
import io.foyer.hub.web.wire.LiveZone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The frames of the live feed. A list that was not asked for, or has no change, is left out. */
final class Frames {
    private Frames() {}

    /** {@code number}: of the newest decision that it shows or is beyond what it shows. */
    @JsonPropertyOrder({"type", "site", "seq", "at"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            String site,
            long seq,
            Instant at,
            @Nullable List<LiveZone> zones,
            @Nullable List<LiveMeter> meters,
            @Nullable List<LiveDoor> doors,
            @Nullable List<AlarmEntry> alarms,
            @Nullable List<EventEntry> events,
            @Nullable Long number) {
        @JsonProperty
        String type() {
            return "snapshot";
        }

        static Snapshot of(String site, long seq, Instant at, Set<Topic> topics, boolean onlyMeters, SiteNow now) {
            return new Snapshot(
                    site,
                    seq,
                    at,
                    topics.contains(Topic.OCCUPANCY) ? now.zones() : null,
                    topics.contains(Topic.ENERGY) ? now.meters() : null,
                    topics.contains(Topic.DOORS) ? now.doors() : null,
                    topics.contains(Topic.ALARMS) ? AlarmEntry.ofRole(now.alarms(), onlyMeters) : null,
                    topics.contains(Topic.EVENTS) ? now.events() : null,
                    topics.contains(Topic.EVENTS) ? now.numbers().last() : null);
        }
    }

    @JsonPropertyOrder({"type", "seq", "at"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Delta(
            long seq,
            Instant at,
            List<LiveZone> zones,
            List<LiveMeter> meters,
            List<LiveDoor> doors,
            List<AlarmEntry> alarms) {
        @JsonProperty
        String type() {
            return "delta";
        }
    }

    @JsonPropertyOrder({"type", "seq", "at"})
    record Tick(long seq, Instant at) {
        @JsonProperty
        String type() {
            return "tick";
        }
    }

    @JsonPropertyOrder({"type"})
    record Event(@JsonUnwrapped EventEntry event, long number) {
        @JsonProperty
        String type() {
            return "event";
        }
    }

    /** Decisions that this viewer was not told: neither as frames nor in a snapshot. */
    @JsonPropertyOrder({"type"})
    record Gap(long missed) {
        @JsonProperty
        String type() {
            return "gap";
        }
    }
}
