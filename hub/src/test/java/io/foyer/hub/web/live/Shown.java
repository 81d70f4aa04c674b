package io.foyer.hub.web.live;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.Feed.DoorNow;
import io.foyer.hub.site.Feed.Frame;
import io.foyer.hub.site.Feed.MeterNow;
import java.time.Instant;
import java.util.List;

/** Frames as a site's loop shows them. */
final class Shown {
    static final Instant AT = Instant.parse("2026-11-23T05:59:00Z");

    private Shown() {}

    static Frame count(String zone, int people) {
        return zones(new ZoneCount(zone, people, ZoneCount.State.OK, 0.9, AT));
    }

    static Frame unknown(String zone) {
        return zones(new ZoneCount(zone, null, ZoneCount.State.UNKNOWN, 0, AT));
    }

    static Frame zones(ZoneCount... counts) {
        return new Frame(List.of(counts), List.of(), List.of(), List.of(), List.of());
    }

    static Frame meter(String meter, Double rate, double today) {
        return new Frame(List.of(), List.of(new MeterNow(meter, rate, today, AT)), List.of(), List.of(), List.of());
    }

    static Frame door(Boolean open) {
        return new Frame(List.of(), List.of(), List.of(new DoorNow("front", "secure", open, AT)), List.of(), List.of());
    }

    static Frame swipe(String... ids) {
        return new Frame(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(ids).stream().map(Shown::event).toList());
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
                Outcome.GRANTED,
                Reason.GRANTED);
    }
}
