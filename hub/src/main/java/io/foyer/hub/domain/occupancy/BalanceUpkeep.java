package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the balances of lines true: by the other sensors, by empty nights, and by people who cannot stay for ever. */
final class BalanceUpkeep {
    private final EmptyNight night;
    private final Deadlines<ZoneNode> deadlines = new Deadlines<>();

    BalanceUpkeep(SiteDefinition definition) {
        night = new EmptyNight(definition);
    }

    /** A zone has changed: when must the upkeep look again? History that is played now has nights of its own. */
    void watch(ZoneNode zone, Instant now) {
        deadlines.set(zone, isLive(zone) ? night.due(zone, now) : null);
    }

    private static boolean isLive(ZoneNode zone) {
        return SensorTally.of(zone.lines, true).isKnown();
    }

    /** When {@link #tick} has something to do next; null: not before a line is heard. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    /** Brings the balance of a zone to the time of an observation of a sensor that the zone has not heard yet. */
    void prepare(ZoneNode zone, OccupancySensor sensor, Instant at, ZoneRecount recount) {
        // Only the zone's own lines tell that its night is over: another sensor may play a later day of its history.
        if (zone.lines.contains(sensor)) {
            passNight(zone, at, recount);
        }
        if (zone.correct(at)) {
            recount.zone(zone, at);
            recount.balance(zone);
        }
    }

    /** Somebody is sure of the people in a zone. Those who are more or fewer than before are so in all zones above too. */
    void begin(ZoneNode zone, int people, Instant now, ZoneRecount recount) {
        double more = people - zone.balance().people();
        for (ZoneNode node = zone; node != null; node = node.parent) {
            if (!node.lines.isEmpty()) {
                double counted = Math.max(0, node.balance().people() + more);
                node.balance().begin(counted, EmptyNight.VARIANCE, now);
                recount.zone(node, now);
                recount.balance(node);
                watch(node, now);
            }
        }
        recount.finish();
    }

    /** Time has passed. */
    void tick(Instant now, ZoneRecount recount) {
        for (ZoneNode zone : deadlines.removeDue(now)) {
            if (!isLive(zone)) {
                continue;
            }
            passNight(zone, now, recount);
            if (zone.balance().timeOut(now)) {
                recount.zone(zone, now);
                recount.balance(zone);
                recount.finish();
            }
            watch(zone, now);
        }
    }

    private void passNight(ZoneNode zone, Instant now, ZoneRecount recount) {
        if (night.pass(zone, now)) {
            recount.zone(zone, zone.balance().since());
            recount.balance(zone);
            recount.finish();
        }
    }
}
