package io.foyer.hub.domain.access;

import org.jspecify.annotations.Nullable;

/** Takes the orders of people to doors, with one method for each kind of change. */
public interface DoorChanges {
    void doorState(DoorOverride state);

    /** A door stands again as the site file says. */
    void doorResumed(String door);

    /** The site is in lockdown. Null ends the lockdown. */
    void lockdown(@Nullable Lockdown lockdown);

    /** Every door stands open. Null ends that. */
    void release(@Nullable Release release);
}
