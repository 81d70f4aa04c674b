package io.foyer.hub.web.live;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.ViewerFeed.DoorView;
import io.foyer.hub.site.ViewerFeed.FeedFrame;
import io.foyer.hub.site.ViewerFeed.MeterView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Frames as a site's loop shows them. */
final class Shown {
    static final Instant AT = Instant.parse("2026-11-23T05:59:00Z");

    private Shown() {}

    static FeedFrame count(String zone, int people) {
        return zones(new ZoneCount(
                zone, people, people, people - 1, people + 1, ZoneCount.CountState.OK, 0.9, AT, null, Map.of()));
    }

    static FeedFrame unknown(String zone) {
        return zones(new ZoneCount(zone, null, null, null, null, ZoneCount.CountState.UNKNOWN, 0, AT, null, Map.of()));
    }

    static FeedFrame zones(ZoneCount... counts) {
        return new FeedFrame(List.of(counts), List.of(), List.of(), List.of(), List.of(), null);
    }

    static FeedFrame meter(String meter, Double rate, long today) {
        return new FeedFrame(
                List.of(), List.of(new MeterView(meter, rate, today, AT)), List.of(), List.of(), List.of(), null);
    }

    static FeedFrame door(Boolean open) {
        return new FeedFrame(
                List.of(), List.of(), List.of(new DoorView("front", "secure", open, AT)), List.of(), List.of(), null);
    }

    static FeedFrame lockdown(boolean isOn) {
        return new FeedFrame(List.of(), List.of(), List.of(), List.of(), List.of(), isOn);
    }

    static FeedFrame swipe(String... ids) {
        return new FeedFrame(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(ids).stream().map(Shown::event).toList(),
                null);
    }

    static AccessEvent event(String id) {
        return new AccessEvent(
                AT,
                AT,
                "front-in",
                "front",
                id,
                "04A2B3C4D5",
                CredentialType.CARD,
                "li",
                Direction.IN,
                AccessOutcome.GRANTED,
                AccessReason.GRANTED);
    }
}
