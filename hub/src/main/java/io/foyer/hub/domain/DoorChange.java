package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Release;
import org.jspecify.annotations.Nullable;

/** A change of how the doors of a site stand, by the order of a person. */
public sealed interface DoorChange extends Change {

    /** A person orders a door to stand otherwise than the site file says. */
    record OverrideUpdate(DoorOverride state) implements DoorChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorState(state);
        }
    }

    /** A door stands again as the site file says. */
    record OverrideRemoval(String door) implements DoorChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().doorResumed(door);
        }
    }

    /** The site is in lockdown. Null ends the lockdown. */
    record LockdownUpdate(@Nullable Lockdown lockdown) implements DoorChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().lockdown(lockdown);
        }
    }

    /** Every door stands open. Null ends that. */
    record ReleaseUpdate(@Nullable Release release) implements DoorChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.doors().release(release);
        }
    }
}
