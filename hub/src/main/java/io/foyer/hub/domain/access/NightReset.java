package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.time.DailyTime;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a night does to the places of people. The first night forgives a person, and the second night forgets the place.
 * A site without a reset forgets people too, but later: otherwise the number of visitors would only grow.
 */
final class NightReset {
    /** A site without a reset remembers a person for this many days without a passage. */
    private static final int REMEMBERED_DAYS = 7;

    private final Doorkeeper keeper;
    private Instant last = Instant.EPOCH;
    private Instant next = Deadlines.AT_ONCE;
    private SiteDefinition asked;
    /** People with a passage from before the last reset that the hub learned of after it. */
    private final Set<String> late = new HashSet<>();

    NightReset(Doorkeeper keeper) {
        this.keeper = keeper;
        this.asked = keeper.definition();
    }

    /** When {@link #tick} has work next; null while a release holds every door open. */
    @SuppressWarnings(
            "ReferenceEquality") // a reload makes another object, and a comparison of a whole house costs too much
    @Nullable Instant due() {
        if (keeper.doors().release() != null) {
            return null;
        }
        return late.isEmpty() && asked == keeper.definition() ? next : Deadlines.AT_ONCE;
    }

    /** A person passed a door at an instant, maybe long ago. */
    void moved(String person, Instant at) {
        if (at.isBefore(last)) {
            late.add(person);
        }
    }

    void tick(Instant now, AccessChanges changes) {
        if (keeper.doors().release() != null) {
            return;
        }
        LocalTime set = keeper.definition().access().nightlyReset();
        DailyTime daily = new DailyTime(
                set == null ? LocalTime.MIDNIGHT : set, keeper.definition().timeZone());
        LocalDate day = daily.lastDay(now);
        Instant reset = daily.on(day);
        boolean isNew = reset.isAfter(last);
        last = reset;
        next = daily.on(day.plusDays(1));
        asked = keeper.definition();
        List<Whereabouts> asked = isNew
                ? List.copyOf(keeper.presence().all())
                : late.stream().map(keeper.presence()::of).toList();
        late.clear();
        for (Whereabouts of : asked) {
            if (of.isUnseen()) {
                continue;
            }
            int days = set != null || of.zone().equals(Zone.OUTSIDE) ? 1 : REMEMBERED_DAYS;
            if (of.since().isBefore(daily.on(day.minusDays(days))) && of.grant() == null) {
                keeper.presence().remove(of.person());
                changes.whereaboutsGone(of.person());
            } else if (set != null && of.since().isBefore(reset) && !of.forgiven()) {
                keeper.presence().put(of.forgive());
                changes.whereabouts(of.forgive());
            }
        }
    }
}
