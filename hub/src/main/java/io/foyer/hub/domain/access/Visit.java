package io.foyer.hub.domain.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes to see a member. The pass of a visit opens its doors in its window, and no membership is asked for.
 *
 * @param host the member
 * @param until the first instant after its window
 * @param issued what its pass names: a visit that is written anew under an old id has another pass
 * @param checkedIn when the desk saw them come, or null
 * @param checkedOut when the desk saw them go, or null; from then on the pass lets nobody in
 */
public record Visit(
        String id,
        String visitor,
        String host,
        Instant from,
        Instant until,
        Set<String> doors,
        Instant issued,
        @Nullable Instant checkedIn,
        @Nullable Instant checkedOut) {
    /** Before its id: a visitor among those who come and go. */
    static final String PERSON = "visit/";

    public Visit {
        doors = Set.copyOf(doors);
    }

    /** The visitor has come, for the first time or again; who is here has come when they did. */
    public Visit checkIn(Instant at) {
        return checkedIn != null && checkedOut == null
                ? this
                : new Visit(id, visitor, host, from, until, doors, issued, at, null);
    }

    /** The visitor has gone, whether anybody saw them come or not; who is gone has gone when they did. */
    public Visit checkOut(Instant at) {
        return checkedOut != null ? this : new Visit(id, visitor, host, from, until, doors, issued, checkedIn, at);
    }

    /** What this one and another of the same pass both allow; named as the other. */
    public Visit and(Visit other) {
        Set<String> common = new HashSet<>(doors);
        common.retainAll(other.doors);
        return new Visit(
                id,
                other.visitor,
                other.host,
                from.isAfter(other.from) ? from : other.from,
                until.isBefore(other.until) ? until : other.until,
                common,
                other.issued,
                other.checkedIn,
                checkedOut == null ? other.checkedOut : checkedOut);
    }

    /** The visitor as one of those who come and go. */
    String person() {
        return PERSON + id;
    }

    boolean isOver(Instant at) {
        return checkedOut != null || !at.isBefore(until);
    }

    boolean opens(String door, Instant at) {
        return doors.contains(door) && !at.isBefore(from);
    }
}
