package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * When a zone was empty, when somebody was in the zone, and when nobody knew. Only the changes between these states are
 * kept: a year of a busy floor has some hundred.
 */
public final class ZonePresence {
    /** A sensor that changes more than once a minute for a year tells nothing. */
    static final int MOST = 500_000;

    private final List<PresenceChange> changes = new ArrayList<>();
    private boolean whole = true;

    /** The state of the zone from {@code at} on. */
    private record PresenceChange(Instant at, PresenceState state) {}

    enum PresenceState {
        UNKNOWN,
        EMPTY,
        TAKEN
    }

    private ZonePresence() {}

    /** Takes the points of a zone in order of time; the first is the last point before the range. */
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

    /** False where the zone has more changes than {@link #MOST}. */
    boolean isWhole() {
        return whole;
    }

    /** Walks through the changes, forward only. */
    final class PresenceWalk {
        private int next;

        /**
         * The state at an instant; unknown before the first change. No instant may be before the instant of the last
         * call.
         */
        PresenceState at(Instant instant) {
            while (next < changes.size() && !changes.get(next).at().isAfter(instant)) {
                next++;
            }
            return next == 0 ? PresenceState.UNKNOWN : changes.get(next - 1).state();
        }

        /** When that state ends; null where it never ends. */
        @Nullable Instant until() {
            return next < changes.size() ? changes.get(next).at() : null;
        }
    }
}
