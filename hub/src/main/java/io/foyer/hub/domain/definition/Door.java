package io.foyer.hub.domain.definition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A door between two zones.
 *
 * @param unlockSeconds how long a grant keeps it open, 1 to 300 s
 * @param pin true where a card alone is not enough
 * @param contact true where it tells when it opens: then a grant is an entry only when it does
 * @param interlock the group of which only one door is open at a time, or null
 * @param unlockSchedule the hours in which it stands open, or null
 * @param firstIn true where it stands open only once somebody with a right has come in
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

    /** A door that knows nothing but its lock. */
    public Door(String id, String from, String to, int unlockSeconds, DoorUse mode, boolean pin) {
        this(id, from, to, unlockSeconds, mode, pin, false, null, null, false, Set.of());
    }

    /** How a door stands by the site file. */
    public enum DoorUse {
        SECURE,
        DISABLED
    }

    /** The side from which somebody comes who passes it so. */
    public String source(Direction direction) {
        return direction == Direction.IN ? from : to;
    }

    /** The side to which somebody comes who passes it so. */
    public String target(Direction direction) {
        return direction == Direction.IN ? to : from;
    }
}
