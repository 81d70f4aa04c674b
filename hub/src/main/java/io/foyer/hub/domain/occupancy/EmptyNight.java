package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.DailyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The hour in which a house is empty: the nightly reset of the site file. From that hour on, a balance of lines begins
 * anew once nobody has passed for half an hour, at the latest four hours later. The balance begins with the people whom
 * other sensors see, or have seen since somebody passed.
 */
final class EmptyNight {
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final Duration AT_THE_LATEST = Duration.ofHours(4);

    /** Half a person more or less, in people squared. */
    static final double VARIANCE = 0.25;

    private final @Nullable DailyTime reset;

    EmptyNight(SiteDefinition definition) {
        LocalTime time = definition.access().nightlyReset();
        reset = time == null ? null : new DailyTime(time, definition.timeZone());
    }

    /** Begins a zone's balance anew where a night has passed since the balance began; true where it began anew. */
    boolean pass(ZoneNode node, Instant now) {
        Instant when = reset == null || node.lines.isEmpty() ? null : beginning(reset, node, now);
        if (when == null || now.isBefore(when)) {
            return false;
        }
        int people = Math.max(seen(node), node.lineBalance().seen());
        node.balances().forEach(each -> each.begin(people, VARIANCE, when));
        return true;
    }

    /**
     * Keeps how many people other sensors see at once before a night ends: whoever goes his rounds then may be between two
     * cameras when it does. True where they are more than were seen since somebody passed.
     */
    boolean see(ZoneNode node, Instant at) {
        BorderBalance balance = node.lineBalance();
        if (reset == null || node.lines.isEmpty()) {
            return false;
        }
        Instant night = reset.on(reset.lastDay(at.plus(QUIET)));
        boolean ending = balance.since().isBefore(night) && !at.isAfter(night.plus(AT_THE_LATEST));
        return ending && balance.see(seen(node));
    }

    private static int seen(ZoneNode node) {
        return Math.max(
                SensorTally.of(node.counters, false).people(),
                node.estimate(false).floorBelow());
    }

    /**
     * When the balances begin anew for the last night; null where they have done so, where nobody passed yet, or where the
     * next day is under way.
     */
    private static @Nullable Instant beginning(DailyTime reset, ZoneNode node, Instant now) {
        Instant night = reset.on(reset.lastDay(now));
        Instant latest = night.plus(AT_THE_LATEST);
        Instant since = node.lineBalance().since();
        Instant byLines = node.lineBalance().passed();
        Instant byBadges = node.badgeBalance().passed();
        Instant passed = byLines.isAfter(byBadges) ? byLines : byBadges;
        boolean heard = passed.isAfter(Instant.EPOCH) || since.isAfter(Instant.EPOCH);
        if (!heard || passed.isAfter(latest) || !since.isBefore(night)) {
            return null;
        }
        Instant quiet = passed.plus(QUIET);
        return quiet.isBefore(night) ? night : quiet.isAfter(latest) ? latest : quiet;
    }

    /** When {@link #pass} or a time-out may next change a zone; null where nobody is inside by the lines. */
    @Nullable Instant due(ZoneNode node, Instant now) {
        BorderBalance balance = node.lineBalance();
        if (node.lines.isEmpty()
                || (balance.people() < 0.5 && node.badgeBalance().people() < 0.5)) {
            return null;
        }
        Instant lines = balance.nextTimeOut();
        Instant badges = node.badgeBalance().nextTimeOut();
        Instant out = lines.isBefore(badges) ? lines : badges;
        if (reset == null) {
            return out;
        }
        Instant owed = beginning(reset, node, now);
        Instant next = owed != null ? owed : reset.on(reset.lastDay(now).plusDays(1));
        return out.isBefore(next) ? out : next;
    }
}
