package io.foyer.hub.domain.access;

import io.foyer.hub.domain.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the door hears.
 *
 * @param member whose credential it was, or null where it is nobody's
 */
public record Decision(Reason reason, @Nullable String member) {
    public Outcome outcome() {
        return reason == Reason.GRANTED ? Outcome.GRANTED : Outcome.DENIED;
    }
}
