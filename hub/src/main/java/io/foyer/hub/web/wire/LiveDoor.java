package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.site.ViewerFeed.DoorView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door at this moment.
 *
 * @param contact open, closed or unknown
 */
public record LiveDoor(
        String door, String mode, String contact, @Nullable Instant asOf) {

    public static LiveDoor of(DoorView now) {
        String contact = now.open() == null ? "unknown" : now.open() ? "open" : "closed";
        return new LiveDoor(now.door(), now.mode(), contact, now.asOf());
    }

    /** A door without any message so far. Its mode is the one of the site file. */
    public static LiveDoor unknown(Door door) {
        return of(new DoorView(door.id(), Code.of(door.mode()), null, null));
    }
}
