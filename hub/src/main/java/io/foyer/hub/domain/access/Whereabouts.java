package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a person by swipes.
 *
 * @param person a member's id, or {@code visit/} and a visit's id
 * @param zone the zone to which the person last went, {@code outside} included
 * @param since when the person went there; {@link Instant#EPOCH} where no swipe has placed the person
 * @param forgiven true after a nightly reset: the person counts neither as in nor as out until the next passage
 * @param grant the door that the person may just be passing, or null
 */
public record Whereabouts(
        String person,
        String zone,
        Instant since,
        boolean forgiven,
        @Nullable UnusedGrant grant) {

    /** The whereabouts of a person whom no swipe has placed. */
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
     * A grant that the person has not used yet. The hub reserves the place in the zone.
     *
     * @param until the last instant at which the opening of the door counts as an entry
     * @param membership the membership that gave the grant, or null
     */
    public record UnusedGrant(
            String door,
            String target,
            Instant until,
            @Nullable String membership) {}
}
