package io.foyer.hub.site.command;

import io.foyer.hub.domain.definition.Door;
import org.jspecify.annotations.Nullable;

/** Checks the door that a command names. */
final class DoorCheck {
    private DoorCheck() {}

    /** The objection to a door that the site does not have; null where the site has the door. */
    static @Nullable Reply missing(CommandContext context, String door) {
        return context.definition().doors().containsKey(door) ? null : new Reply.MissingThing("door " + door);
    }

    /** Nobody opens a door that the site file has out of use. Null where the door is missing or in use. */
    static @Nullable Reply outOfUse(CommandContext context, String id) {
        Door door = context.definition().doors().get(id);
        return door == null || door.mode() != Door.DoorUse.DISABLED
                ? null
                : new Reply.Conflict("Door " + id + " is out of use by the site file: set its `mode` to secure first.");
    }
}
