package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is by their swipes.
 *
 * @param person a member's id, or {@code visit/} and a visit's
 * @param zone the zone that they last went to, {@code outside} included
 * @param since when that was; {@link Instant#EPOCH} where they were never seen
 * @param forgiven true after a nightly reset: they count neither as in nor as out until they pass a door again
 * @param grant the door that they may be passing just now, or null
 */
public record Whereabouts(
        String person,
        String zone,
        Instant since,
        boolean forgiven,
        @Nullable UnusedGrant grant) {

    /** Of somebody who was never seen. */
    static Whereabouts unknown(String person) {
        return new Whereabouts(person, Zone.OUTSIDE, Instant.EPOCH, false, null);
    }

    boolean isUnseen() {
        return since.equals(Instant.EPOCH);
    }

    Whereabouts in(String there, Instant at) {
        return new Whereabouts(person, there, at, false, null);
    }

    Whereabouts with(@Nullable UnusedGrant pending) {
        return new Whereabouts(person, zone, since, forgiven, pending);
    }

    Whereabouts forgive() {
        return new Whereabouts(person, zone, since, true, grant);
    }

    /**
     * A way that was granted and has not been taken yet. Its place in the zone is kept.
     *
     * @param until the last instant at which the door's opening counts as an entry
     * @param membership the one that spoke for it, or null
     */
    public record UnusedGrant(
            String door,
            String target,
            Instant until,
            @Nullable String membership) {}
}
