package io.foyer.simulators.space;

import org.jspecify.annotations.Nullable;

/**
 * From one zone into the next.
 *
 * @param door null where the two are open to each other
 * @param inward through the door in the direction that it leads
 */
public record Step(String from, String to, @Nullable Door door, boolean inward) {
    /** The reader on this side of the door; null where none asks for a card. */
    public @Nullable String reader() {
        return door == null ? null : inward ? door.in() : door.out();
    }
}
