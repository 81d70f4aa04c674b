package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a door stands. An emergency comes before the site file, a lockdown before an order, and an order before a
 * schedule.
 */
final class DoorModes {
    private final DoorStates states;

    DoorModes(DoorStates states) {
        this.states = states;
    }

    DoorMode mode(Door door, Instant at) {
        if (states.release() != null) {
            return DoorMode.RELEASED;
        }
        if (door.mode() == Door.DoorUse.DISABLED) {
            return DoorMode.DISABLED;
        }
        if (states.lockdown() != null) {
            return DoorMode.LOCKDOWN;
        }
        DoorOverride ordered = states.ordered(door.id(), at);
        if (ordered != null) {
            return switch (ordered.mode()) {
                case LOCKED -> DoorMode.LOCKED;
                case HELD_OPEN -> DoorMode.HELD_OPEN;
            };
        }
        return standsOpen(door, at) ? DoorMode.UNLOCKED : DoorMode.SECURE;
    }

    @Nullable String orderedBy(Door door, Instant at) {
        DoorOverride ordered = states.ordered(door.id(), at);
        return switch (mode(door, at)) {
            case RELEASED -> states.release() == null ? null : states.release().by();
            case LOCKDOWN ->
                states.lockdown() == null ? null : states.lockdown().by();
            case LOCKED, HELD_OPEN -> ordered == null ? null : ordered.by();
            case SECURE, UNLOCKED, DISABLED -> null;
        };
    }

    /** True where the staff has locked a door. */
    boolean isLocked(String door, Instant at) {
        DoorOverride ordered = states.ordered(door, at);
        return ordered != null && ordered.mode() == DoorOverride.OverrideMode.LOCKED;
    }

    private boolean standsOpen(Door door, Instant at) {
        if (door.unlockSchedule() == null) {
            return false;
        }
        LocalDateTime since = door.unlockSchedule().openSince(LocalDateTime.ofInstant(at, states.timeZone()));
        if (since == null || !door.firstIn()) {
            return since != null;
        }
        Instant first = states.of(door.id()).firstIn();
        return first != null && !first.isBefore(since.atZone(states.timeZone()).toInstant());
    }

    /** When time alone may change the mode of a door: an override ends, or the schedule opens or closes. */
    @Nullable Instant changesAt(Door door, Instant now) {
        DoorOverride ordered = states.ordered(door.id(), now);
        Instant ends = ordered == null ? null : ordered.until();
        Schedule schedule = door.unlockSchedule();
        if (schedule == null) {
            return ends;
        }
        ZoneId zone = states.timeZone();
        LocalDateTime local = schedule.asksAgain(LocalDateTime.ofInstant(now, zone));
        Instant edge = ZonedDateTime.ofLocal(local, zone, zone.getRules().getOffset(now))
                .toInstant();
        // A clock that jumps may jump over an edge of the schedule.
        ZoneOffsetTransition jump = zone.getRules().nextTransition(now);
        return Deadlines.earliest(ends, Deadlines.earliest(edge, jump == null ? null : jump.getInstant()));
    }
}
