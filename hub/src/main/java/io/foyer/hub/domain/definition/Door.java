package io.foyer.hub.domain.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A door between two zones.
 *
 * @param unlockSeconds how long a grant unlocks the door, 1 to 300 s
 * @param pin true where an entry needs a PIN beside the card
 * @param contact true where the door reports when it opens: then a grant is an entry only when the door opens
 * @param interlock the group in which only one door may be open at a time, or null
 * @param unlockSchedule the hours in which the door stands open, or null
 * @param firstIn true where the door stands open only after somebody with a right has come in
 * @param lockdownPass the plans that still pass in a lockdown
 */
public record Door(
        String id,
        String from,
        String to,
        int unlockSeconds,
        DoorUse mode,
        boolean pin,
        boolean contact,
        @Nullable String interlock,
        @Nullable Schedule unlockSchedule,
        boolean firstIn,
        Set<String> lockdownPass) {

    public Door {
        lockdownPass = Set.copyOf(lockdownPass);
    }

    /** A door with a lock and nothing else. */
    public Door(String id, String from, String to, int unlockSeconds, DoorUse mode, boolean pin) {
        this(id, from, to, unlockSeconds, mode, pin, false, null, null, false, Set.of());
    }

    /** The mode of a door by the site file. */
    public enum DoorUse {
        SECURE,
        DISABLED
    }

    /** The zone that a person leaves in this direction. */
    public String source(Direction direction) {
        return direction == Direction.IN ? from : to;
    }

    /** The zone that a person enters in this direction. */
    public String target(Direction direction) {
        return direction == Direction.IN ? to : from;
    }
}
