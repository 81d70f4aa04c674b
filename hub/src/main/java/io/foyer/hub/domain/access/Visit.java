package io.foyer.hub.domain.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes to see a member. The pass of a visit opens the visit's doors in its window and needs no membership.
 *
 * @param host the member
 * @param until the first instant after the window
 * @param issued the version that the pass names: a visit that somebody writes anew under an old id has another pass
 * @param checkedIn when the desk checked the visitor in, or null
 * @param checkedOut when the desk checked the visitor out, or null; from then on the pass lets nobody in
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
    /** The prefix of a visitor's id among the ids of all people. */
    static final String PERSON = "visit/";

    public Visit {
        doors = Set.copyOf(doors);
    }

    /** The visitor comes, for the first time or again. A visitor who is checked in keeps the earlier time. */
    public Visit checkIn(Instant at) {
        return checkedIn != null && checkedOut == null
                ? this
                : new Visit(id, visitor, host, from, until, doors, issued, at, null);
    }

    /**
     * The visitor goes, whether or not the desk checked the visitor in. A visitor who has gone keeps the earlier time.
     */
    public Visit checkOut(Instant at) {
        return checkedOut != null ? this : new Visit(id, visitor, host, from, until, doors, issued, checkedIn, at);
    }

    /** The rights that this visit and another version with the same pass both give, under the names of the other. */
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

    /** The id of the visitor among the ids of all people. */
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
