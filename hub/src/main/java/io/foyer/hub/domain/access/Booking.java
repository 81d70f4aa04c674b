package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone or a piece of equipment that members have for a time, once or again and again.
 *
 * @param zone null where {@code resource} is booked; exactly one of the two is there
 * @param from the beginning of its first time
 * @param until the first instant after its first time
 * @param series how it repeats, or null for once
 * @param times all that are kept, one at least, in order; none begins before the one before has ended
 */
public record Booking(
        String id,
        @Nullable String zone,
        @Nullable String resource,
        Set<String> members,
        Instant from,
        Instant until,
        @Nullable RepeatRule series,
        List<TimeSpan> times) {
    public Booking {
        members = Set.copyOf(members);
        times = List.copyOf(times);
    }

    /** One that does not repeat. */
    public static Booking once(
            String id,
            @Nullable String zone,
            @Nullable String resource,
            Set<String> members,
            Instant from,
            Instant until) {
        return new Booking(id, zone, resource, members, from, until, null, List.of(new TimeSpan(from, until)));
    }

    /** The same again and again. */
    public Booking repeating(RepeatRule how, List<TimeSpan> when) {
        return new Booking(id, zone, resource, members, from, until, how, when);
    }

    /** One of its times, {@code until} excluded. */
    public record TimeSpan(Instant from, Instant until) {
        public boolean overlaps(TimeSpan other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    /**
     * How a booking repeats.
     *
     * @param rule of RFC 5545
     * @param except days of the site on which no time of it begins
     * @param goesOn true where the rule has times after the last that is kept
     */
    public record RepeatRule(String rule, Set<LocalDate> except, boolean goesOn) {
        public RepeatRule {
            except = Set.copyOf(except);
        }
    }

    /** What is booked. */
    public BookedPlace place() {
        return new BookedPlace(zone, resource);
    }

    /** A zone, or a piece of equipment. */
    public record BookedPlace(
            @Nullable String zone, @Nullable String resource) {
        /** True where nobody can have both: one zone lies in the other, or both are the same. */
        public boolean excludes(BookedPlace other, SiteDefinition definition) {
            return equals(other)
                    || (zone != null
                            && other.zone != null
                            && (definition.isWithin(zone, other.zone) || definition.isWithin(other.zone, zone)));
        }
    }

    /** The end of the last time that is kept. */
    public Instant ends() {
        return times.get(times.size() - 1).until();
    }

    /** True where the rule has more times than are kept. */
    public boolean goesOn() {
        return series != null && series.goesOn();
    }

    /** Asked at the door: the times are not looked at one by one. */
    public boolean holds(Instant at) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).until().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < times.size() && !at.isBefore(times.get(low).from());
    }

    /** The times that overlap [begin, end), in order. */
    public List<TimeSpan> times(Instant begin, Instant end) {
        TimeSpan range = new TimeSpan(begin, end);
        return times.stream().filter(time -> time.overlaps(range)).toList();
    }

    /** The first time that overlaps one of another booking; null where none does. */
    public @Nullable TimeSpan clash(Booking other) {
        int mine = 0;
        int theirs = 0;
        while (mine < times.size() && theirs < other.times.size()) {
            TimeSpan time = times.get(mine);
            TimeSpan otherTime = other.times.get(theirs);
            if (time.overlaps(otherTime)) {
                return time;
            }
            if (time.until().isAfter(otherTime.until())) {
                theirs++;
            } else {
                mine++;
            }
        }
        return null;
    }

    /** The same without a member; null where nobody is left. */
    public @Nullable Booking without(String member) {
        if (!members.contains(member)) {
            return this;
        }
        Set<String> rest = new HashSet<>(members);
        rest.remove(member);
        return rest.isEmpty() ? null : new Booking(id, zone, resource, rest, from, until, series, times);
    }
}
