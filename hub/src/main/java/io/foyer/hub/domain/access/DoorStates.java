package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the doors of a site. A door that leaves the site file keeps its state, as in the store: the door may
 * come back.
 */
final class DoorStates {
    private final DoorContacts contacts = new DoorContacts();
    private final Map<String, DoorActivity> activities = new HashMap<>();
    private final Map<String, DoorOverride> states = new HashMap<>();
    private final Map<String, List<Door>> interlocks = new HashMap<>();
    /** By door: when its mode may change. */
    private final Deadlines<String> modes = new Deadlines<>();

    private @Nullable Lockdown lockdown;
    private @Nullable Release release;
    private SiteDefinition definition;

    DoorStates(SiteDefinition definition) {
        this.definition = definition;
        moveTo(definition);
    }

    final void moveTo(SiteDefinition changed) {
        definition = changed;
        interlocks.clear();
        changed.doors().values().stream()
                .filter(door -> door.interlock() != null)
                .forEach(door -> interlocks
                        .computeIfAbsent(String.valueOf(door.interlock()), group -> new ArrayList<>())
                        .add(door));
        lookAtAll();
    }

    private void lookAtAll() {
        definition.doors().keySet().forEach(this::lookAt);
    }

    private void lookAt(String door) {
        modes.set(door, Deadlines.AT_ONCE);
    }

    /** When the mode of a door may change next; null where only a person can change one. */
    @Nullable Instant due() {
        return modes.next();
    }

    /** The doors whose mode may have changed since the last call. */
    List<Door> due(Instant now) {
        List<Door> due = new ArrayList<>();
        for (String id : modes.removeDue(now)) {
            Door door = definition.doors().get(id);
            if (door != null) {
                due.add(door);
                modes.set(id, changesAt(door, now));
            }
        }
        return due;
    }

    /** When time alone may change the mode of a door: an override ends, or the schedule opens or closes. */
    private @Nullable Instant changesAt(Door door, Instant now) {
        DoorOverride ordered = ordered(door.id(), now);
        Instant ends = ordered == null ? null : ordered.until();
        Schedule schedule = door.unlockSchedule();
        if (schedule == null) {
            return ends;
        }
        ZoneId zone = definition.timeZone();
        LocalDateTime local = schedule.asksAgain(LocalDateTime.ofInstant(now, zone));
        Instant edge = ZonedDateTime.ofLocal(local, zone, zone.getRules().getOffset(now))
                .toInstant();
        // A clock that jumps may jump over an edge of the schedule.
        ZoneOffsetTransition jump = zone.getRules().nextTransition(now);
        return Deadlines.earliest(ends, Deadlines.earliest(edge, jump == null ? null : jump.getInstant()));
    }

    DoorContacts contacts() {
        return contacts;
    }

    /** The contacts of a door together, or null where no contact ever reported. */
    @Nullable DoorContact contact(String door) {
        return contacts.of(door, definition);
    }

    boolean isOpen(String door) {
        DoorContact contact = contact(door);
        return contact != null && contact.isOpen();
    }

    private boolean isSilent(String door) {
        DoorContact contact = contact(door);
        return contact != null && contact.isSilent();
    }

    Collection<DoorActivity> all() {
        return activities.values();
    }

    DoorActivity of(String door) {
        DoorActivity activity = activities.get(door);
        return activity == null ? DoorActivity.none(door) : activity;
    }

    void put(DoorActivity activity) {
        activities.put(activity.door(), activity);
        lookAt(activity.door());
    }

    void put(DoorOverride state) {
        states.put(state.door(), state);
        lookAt(state.door());
    }

    void resume(String door) {
        states.remove(door);
        lookAt(door);
    }

    @Nullable DoorOverride state(String door) {
        return states.get(door);
    }

    /** The override of a door by the staff; null where the door follows the site file. */
    @Nullable DoorOverride ordered(String door, Instant at) {
        DoorOverride state = states.get(door);
        return state == null || !state.counts(at) ? null : state;
    }

    boolean isLocked(String door, Instant at) {
        DoorOverride state = ordered(door, at);
        return state != null && state.mode() == DoorOverride.OverrideMode.LOCKED;
    }

    void lockdown(@Nullable Lockdown declared) {
        lockdown = declared;
        lookAtAll();
    }

    @Nullable Lockdown lockdown() {
        return lockdown;
    }

    void release(@Nullable Release declared) {
        release = declared;
        lookAtAll();
    }

    @Nullable Release release() {
        return release;
    }

    DoorMode mode(Door door, Instant at) {
        if (release != null) {
            return DoorMode.RELEASED;
        }
        if (door.mode() == Door.DoorUse.DISABLED) {
            return DoorMode.DISABLED;
        }
        if (lockdown != null) {
            return DoorMode.LOCKDOWN;
        }
        DoorOverride ordered = ordered(door.id(), at);
        if (ordered != null) {
            return switch (ordered.mode()) {
                case LOCKED -> DoorMode.LOCKED;
                case HELD_OPEN -> DoorMode.HELD_OPEN;
            };
        }
        return standsOpen(door, at) ? DoorMode.UNLOCKED : DoorMode.SECURE;
    }

    @Nullable String orderedBy(Door door, Instant at) {
        DoorOverride ordered = ordered(door.id(), at);
        return switch (mode(door, at)) {
            case RELEASED -> release == null ? null : release.by();
            case LOCKDOWN -> lockdown == null ? null : lockdown.by();
            case LOCKED, HELD_OPEN -> ordered == null ? null : ordered.by();
            case SECURE, UNLOCKED, DISABLED -> null;
        };
    }

    private boolean standsOpen(Door door, Instant at) {
        if (door.unlockSchedule() == null) {
            return false;
        }
        LocalDateTime since = door.unlockSchedule().openSince(LocalDateTime.ofInstant(at, definition.timeZone()));
        if (since == null || !door.firstIn()) {
            return since != null;
        }
        Instant first = of(door.id()).firstIn();
        return first != null
                && !first.isBefore(since.atZone(definition.timeZone()).toInstant());
    }

    /**
     * Another door of the same interlock that keeps this door shut; null where there is none. Such a door is open, or
     * has an unused grant, or, on the way in, has a contact that is unknown.
     */
    @Nullable Door interlocking(Door door, Direction direction, Instant at) {
        if (door.interlock() == null) {
            return null;
        }
        for (Door other : interlocks.getOrDefault(door.interlock(), List.of())) {
            Instant granted = of(other.id()).grantedUntil();
            boolean lost = direction == Direction.IN && isSilent(other.id());
            boolean mayOpen = granted != null && !granted.isBefore(at);
            if (!other.id().equals(door.id()) && (isOpen(other.id()) || mayOpen || lost)) {
                return other;
            }
        }
        return null;
    }
}
