package io.foyer.hub.domain.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of one device about a door.
 *
 * @param open null where nobody knows any more
 * @param asOf since when the door is so, or since when nobody knows
 * @param heard the last sign of the device, to a quarter of an hour
 * @param asleep true where the device has said goodbye since
 */
public record DoorContact(
        String door, String device, @Nullable Boolean open, Instant asOf, Instant heard, boolean asleep) {
    /** The report counts this long when the device sleeps. */
    public static final Duration STANDS = Duration.ofHours(1);

    /** The report of a device that is connected. */
    public static DoorContact told(String door, String device, boolean open, Instant asOf, Instant heard) {
        return new DoorContact(door, device, open, asOf, heard, false);
    }

    /** The contact becomes unknown. */
    public DoorContact silent(Instant since) {
        return new DoorContact(door, device, null, since, heard, asleep);
    }

    /** The device is connected. */
    public DoorContact awake(Instant now) {
        return new DoorContact(door, device, open, asOf, now, false);
    }

    /** The device has said goodbye. */
    public DoorContact asleep(Instant now) {
        return new DoorContact(door, device, open, asOf, now, true);
    }

    public boolean isSilent() {
        return open == null;
    }

    public boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    /** When the report of a sleeping device stops counting. */
    public Instant standsUntil() {
        return heard.plus(STANDS);
    }
}
