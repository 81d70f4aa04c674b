package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.time.ZoneId;
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
    private final DoorModes modes = new DoorModes(this);
    private final Interlocks interlocks = new Interlocks(this);
    /** By door: when its mode may change. */
    private final Deadlines<String> looks = new Deadlines<>();

    private @Nullable Lockdown lockdown;
    private @Nullable Release release;
    private SiteDefinition definition;

    DoorStates(SiteDefinition definition) {
        this.definition = definition;
        moveTo(definition);
    }

    final void moveTo(SiteDefinition changed) {
        definition = changed;
        interlocks.moveTo(changed);
        lookAtAll();
    }

    private void lookAtAll() {
        definition.doors().keySet().forEach(this::lookAt);
    }

    private void lookAt(String door) {
        looks.set(door, Deadlines.AT_ONCE);
    }

    /** When the mode of a door may change next; null where only a person can change one. */
    @Nullable Instant due() {
        return looks.next();
    }

    /** The doors whose mode may have changed since the last call. */
    List<Door> due(Instant now) {
        List<Door> due = new ArrayList<>();
        for (String id : looks.removeDue(now)) {
            Door door = definition.doors().get(id);
            if (door != null) {
                due.add(door);
                looks.set(id, modes.changesAt(door, now));
            }
        }
        return due;
    }

    ZoneId timeZone() {
        return definition.timeZone();
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

    /** How the doors stand by these states. */
    DoorModes modes() {
        return modes;
    }

    Interlocks interlocks() {
        return interlocks;
    }
}
