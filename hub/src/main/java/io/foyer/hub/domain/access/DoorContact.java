package io.foyer.hub.domain.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device has said of a door.
 *
 * @param open null where that is not known any more
 * @param asOf when it was so; where it is not known, since when
 * @param heard the last sign of its device, to the quarter of an hour
 * @param asleep true where its device has said goodbye since
 */
public record DoorContact(
        String door, String device, @Nullable Boolean open, Instant asOf, Instant heard, boolean asleep) {
    /** How long it stands for itself, without a device that would say otherwise. */
    public static final Duration STANDS = Duration.ofHours(1);

    /** What a device says that is there. */
    public static DoorContact told(String door, String device, boolean open, Instant asOf, Instant heard) {
        return new DoorContact(door, device, open, asOf, heard, false);
    }

    /** The same, not known any more. */
    public DoorContact silent(Instant since) {
        return new DoorContact(door, device, null, since, heard, asleep);
    }

    /** Its device is there. */
    public DoorContact awake(Instant now) {
        return new DoorContact(door, device, open, asOf, now, false);
    }

    /** Its device has said goodbye. */
    public DoorContact asleep(Instant now) {
        return new DoorContact(door, device, open, asOf, now, true);
    }

    public boolean isSilent() {
        return open == null;
    }

    public boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    /** When it ceases to stand for itself. */
    public Instant standsUntil() {
        return heard.plus(STANDS);
    }
}
