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

/** The frames of the live feed. A frame has no list that the viewer did not ask for, and no list without a change. */
final class LiveFrames {
    private LiveFrames() {}

    /**
     * All of a site.
     *
     * @param lockdown without who ordered it and why: every page shows it, a wall too
     * @param number the number of the newest decision. The frame shows it, or it came before the shown ones
     */
    @JsonPropertyOrder({"type", "site", "seq", "at"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SnapshotFrame(
            String site,
            long seq,
            Instant at,
            boolean lockdown,
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

        static SnapshotFrame of(
                String site, long seq, Instant at, Set<LiveTopic> topics, boolean onlyMeters, SiteSnapshot now) {
            return new SnapshotFrame(
                    site,
                    seq,
                    at,
                    now.lockdown(),
                    topics.contains(LiveTopic.OCCUPANCY) ? now.zones() : null,
                    topics.contains(LiveTopic.ENERGY) ? now.meters() : null,
                    topics.contains(LiveTopic.DOORS) ? now.doors() : null,
                    topics.contains(LiveTopic.ALARMS) ? AlarmEntry.ofRole(now.alarms(), onlyMeters) : null,
                    topics.contains(LiveTopic.EVENTS) ? now.events() : null,
                    topics.contains(LiveTopic.EVENTS) ? now.numbers().last() : null);
        }
    }

    @JsonPropertyOrder({"type", "seq", "at"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DeltaFrame(
            long seq,
            Instant at,
            @Nullable Boolean lockdown,
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
    record TickFrame(long seq, Instant at) {
        @JsonProperty
        String type() {
            return "tick";
        }
    }

    @JsonPropertyOrder({"type"})
    record EventFrame(@JsonUnwrapped EventEntry event, long number) {
        @JsonProperty
        String type() {
            return "event";
        }
    }

    /** The number of decisions of which this viewer hears nothing, neither in a frame nor in a snapshot. */
    @JsonPropertyOrder({"type"})
    record GapFrame(long missed) {
        @JsonProperty
        String type() {
            return "gap";
        }
    }
}
