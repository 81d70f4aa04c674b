package io.foyer.hub.domain.access;

import org.jspecify.annotations.Nullable;

/** Takes what people change in how doors stand: one method for each kind of change. */
public interface DoorChanges {
    void doorState(DoorOverride state);

    /** A door is again as its site file has it. */
    void doorResumed(String door);

    /** The site is locked down, or, where null, no longer. */
    void lockdown(@Nullable Lockdown lockdown);

    /** Every door stands open, or none does so any more where it is null. */
    void release(@Nullable Release release);
}
