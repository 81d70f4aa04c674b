package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the balances of lines true: other sensors and empty nights correct a balance, and nobody stays for ever. */
final class BalanceUpkeep {
    private final EmptyNight night;
    private final Deadlines<ZoneNode> deadlines = new Deadlines<>();

    private final HealthWatch health;

    BalanceUpkeep(SiteDefinition definition, HealthWatch health) {
        night = new EmptyNight(definition);
        this.health = health;
    }

    /** Sets when the upkeep looks at a zone again. A zone that plays a history now has nights of its own. */
    void watch(ZoneNode zone, Instant now) {
        deadlines.set(zone, isLive(zone) ? night.due(zone, now) : null);
    }

    private static boolean isLive(ZoneNode zone) {
        return SensorTally.of(zone.lines, true).isKnown();
    }

    /** When {@link #tick} next has something to do; null where a line must be heard first. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    /** Brings the balance of a zone to the time of an observation, before the zone hears the observation. */
    void prepare(ZoneNode zone, OccupancySensor sensor, ObservationTime moment, ZoneRecount recount) {
        if (night.see(zone, moment.at())) {
            recount.balance(zone.lineBalance());
        }
        // Only the zone's own border tells that the zone's night is over. Another sensor may play a later day of
        // history.
        if (zone.lines.contains(sensor)) {
            passNight(zone, moment, recount);
            if (zone.lineBalance().hear(moment.at())) {
                recount.balance(zone.lineBalance());
            }
        }
    }

    /** A badge leads a person out of some zones and into others. Where no line is known, a night ends when one is again. */
    void walk(Set<ZoneNode> from, Set<ZoneNode> to, ObservationTime moment, ZoneRecount recount) {
        Stream.concat(
                        from.stream().filter(zone -> !to.contains(zone)),
                        to.stream().filter(zone -> !from.contains(zone)))
                .filter(zone -> SensorTally.of(zone.lines, moment.live()).isKnown())
                .forEach(zone -> passNight(zone, moment, recount));
        recount.walk(from, to, moment.at());
    }

    private void passNight(ZoneNode zone, ObservationTime moment, ZoneRecount recount) {
        passNight(zone, moment.at(), moment.live(), recount);
    }

    /** Begins a balance at a sure count. The zones above have as many people more or fewer as the zone has. */
    void begin(ZoneNode zone, int people, Instant now, ZoneRecount recount) {
        double more = people - zone.lineBalance().people();
        Instant before =
                now.minusSeconds(1); // a sure count has everybody of its second, and more may pass within this one
        for (ZoneNode node = zone; node != null; node = node.parent) {
            if (!node.lines.isEmpty()) {
                double counted = Math.max(0, node.lineBalance().people() + more);
                for (BorderBalance balance : node.balances()) {
                    balance.settle();
                    balance.begin(counted, EmptyNight.VARIANCE, before);
                    recount.balance(balance);
                }
                recount.zone(node, now);
                watch(node, now);
                health.sure(node, (int) Math.round(counted), now, recount);
                recount.accuracy(node.accuracy.sure(more, now));
            }
        }
        recount.finish();
    }

    void tick(Instant now, ZoneRecount recount) {
        List<ZoneNode> due = deadlines.removeDue(now);
        due.sort(ZoneNode.DEEPEST_FIRST);
        for (ZoneNode zone : due) {
            if (!isLive(zone)) {
                continue;
            }
            passNight(zone, now, true, recount);
            for (BorderBalance balance : zone.balances()) {
                double inside = balance.people();
                if (balance.timeOut(now)) {
                    zone.accuracy.forget(balance == zone.lineBalance() ? inside - balance.people() : 0);
                    recount.zone(zone, now);
                    recount.balance(balance);
                    recount.finish();
                }
            }
            watch(zone, now);
        }
    }

    private void passNight(ZoneNode zone, Instant now, boolean live, ZoneRecount recount) {
        double counted = zone.lineBalance().people();
        if (night.pass(zone, now)) {
            recount.zone(zone, zone.lineBalance().since());
            zone.balances().forEach(recount::balance);
            recount.finish();
            if (live) {
                health.sure(zone, (int) Math.round(zone.lineBalance().people()), now, recount);
                recount.accuracy(zone.accuracy.sure(counted - zone.lineBalance().people(), now));
            }
        }
    }
}
