package io.foyer.hub.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone or a piece of equipment that members have for a time, once or again and again.
 *
 * @param zone null where {@code resource} is booked; exactly one of the two is there
 * @param from the beginning of its first time
 * @param until the first instant after its first time; each of its times is as long
 * @param repeat the RFC 5545 rule that {@code starts} comes from, or null
 * @param starts of all its times, in order; the first is {@code from}, and none begins before the one before has ended
 */
public record Booking(
        String id,
        @Nullable String zone,
        @Nullable String resource,
        Set<String> members,
        Instant from,
        Instant until,
        @Nullable String repeat,
        List<Instant> starts) {
    public Booking {
        members = Set.copyOf(members);
        starts = List.copyOf(starts);
    }

    /** One of its times, {@code until} excluded. */
    public record Time(Instant from, Instant until) {}

    /** What is booked. */
    public Place place() {
        return new Place(zone, resource);
    }

    /** A zone, or a piece of equipment. */
    public record Place(@Nullable String zone, @Nullable String resource) {}

    private Duration length() {
        return Duration.between(from, until);
    }

    /** The end of its last time. */
    public Instant ends() {
        return starts.get(starts.size() - 1).plus(length());
    }

    /** Asked at the door, of all bookings of a zone: its times are not looked at one by one. */
    public boolean holds(Instant at) {
        int place = Collections.binarySearch(starts, at);
        int last = place < 0 ? -place - 2 : place;
        return last >= 0 && at.isBefore(starts.get(last).plus(length()));
    }

    /** Its times that overlap [from, to), in order. */
    public List<Time> times(Instant begin, Instant end) {
        Duration length = length();
        return starts.stream()
                .filter(start -> start.isBefore(end) && start.plus(length).isAfter(begin))
                .map(start -> new Time(start, start.plus(length)))
                .toList();
    }

    /** The first of its times that overlaps one of another booking; null where none does. */
    public @Nullable Time clash(Booking other) {
        Duration length = length();
        Duration otherLength = other.length();
        int mine = 0;
        int theirs = 0;
        while (mine < starts.size() && theirs < other.starts.size()) {
            Instant start = starts.get(mine);
            Instant end = start.plus(length);
            Instant otherEnd = other.starts.get(theirs).plus(otherLength);
            if (start.isBefore(otherEnd) && other.starts.get(theirs).isBefore(end)) {
                return new Time(start, end);
            }
            if (end.isAfter(otherEnd)) {
                theirs++;
            } else {
                mine++;
            }
        }
        return null;
    }

    /** The same without somebody; null where nobody is left. */
    public @Nullable Booking without(String member) {
        if (!members.contains(member)) {
            return this;
        }
        Set<String> rest = new HashSet<>(members);
        rest.remove(member);
        return rest.isEmpty() ? null : new Booking(id, zone, resource, rest, from, until, repeat, starts);
    }
}
