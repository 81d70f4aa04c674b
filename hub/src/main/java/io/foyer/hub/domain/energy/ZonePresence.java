package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * When a zone was empty, when somebody was in it and when nobody could tell: of its points those that change that, so a
 * year of a busy floor is some hundred of them.
 */
public final class ZonePresence {
    /** A sensor that changes its mind more than once a minute for a year tells nothing. */
    static final int MOST = 500_000;

    private final List<PresenceChange> changes = new ArrayList<>();
    private boolean whole = true;

    /** From {@code at} on the zone is empty or not, or nobody can tell. */
    private record PresenceChange(Instant at, PresenceState state) {}

    enum PresenceState {
        UNKNOWN,
        EMPTY,
        TAKEN
    }

    private ZonePresence() {}

    /** Takes a zone's points in order of time, first the last one before the range. */
    public static Collector<CountPoint, ?, ZonePresence> gather() {
        return Collector.of(ZonePresence::new, ZonePresence::add, TimeOrder.only());
    }

    private void add(CountPoint point) {
        Integer count = point.count();
        PresenceState state =
                count == null ? PresenceState.UNKNOWN : count == 0 ? PresenceState.EMPTY : PresenceState.TAKEN;
        if (!changes.isEmpty() && changes.get(changes.size() - 1).state() == state) {
            return;
        }
        if (changes.size() < MOST) {
            changes.add(new PresenceChange(point.at(), state));
        } else {
            whole = false;
        }
    }

    /** False where there are more changes than {@link #MOST}. */
    boolean isWhole() {
        return whole;
    }

    /** Goes through the changes, forward only. */
    final class PresenceWalk {
        private int next;

        /** The state at an instant that is not before the one asked for last; unknown before the first change. */
        PresenceState at(Instant instant) {
            while (next < changes.size() && !changes.get(next).at().isAfter(instant)) {
                next++;
            }
            return next == 0 ? PresenceState.UNKNOWN : changes.get(next - 1).state();
        }

        /** Until when that state holds; null where it does for good. */
        @Nullable Instant until() {
            return next < changes.size() ? changes.get(next).at() : null;
        }
    }
}
