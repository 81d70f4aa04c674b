package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members have a zone or a piece of equipment for a time, once or repeatedly.
 *
 * @param zone null where the booking is of {@code resource}; exactly one of the two is set
 * @param from the beginning of the first time
 * @param until the first instant after the first time
 * @param series how the booking repeats, or null for once
 * @param times the times that the hub keeps, at least one, in order. No time begins before the one before has ended
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

    /** A booking that does not repeat. */
    public static Booking once(
            String id,
            @Nullable String zone,
            @Nullable String resource,
            Set<String> members,
            Instant from,
            Instant until) {
        return new Booking(id, zone, resource, members, from, until, null, List.of(new TimeSpan(from, until)));
    }

    /** This booking with a rule by which it repeats. */
    public Booking repeating(RepeatRule how, List<TimeSpan> when) {
        return new Booking(id, zone, resource, members, from, until, how, when);
    }

    /** One time of a booking, {@code until} excluded. */
    public record TimeSpan(Instant from, Instant until) {
        public boolean overlaps(TimeSpan other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    /**
     * How a booking repeats.
     *
     * @param rule a rule of RFC 5545
     * @param except days, on the site's calendar, on which no time begins
     * @param goesOn true where the rule has times after the last one that the hub keeps
     */
    public record RepeatRule(String rule, Set<LocalDate> except, boolean goesOn) {
        public RepeatRule {
            except = Set.copyOf(except);
        }
    }

    public BookedPlace place() {
        return new BookedPlace(zone, resource);
    }

    /** A zone or a piece of equipment. */
    public record BookedPlace(
            @Nullable String zone, @Nullable String resource) {
        /** True where nobody can have both places at once: one zone lies in the other, or the two are the same. */
        public boolean excludes(BookedPlace other, SiteDefinition definition) {
            return equals(other)
                    || (zone != null
                            && other.zone != null
                            && (definition.isWithin(zone, other.zone) || definition.isWithin(other.zone, zone)));
        }
    }

    /** The end of the last time that the hub keeps. */
    public Instant ends() {
        return times.get(times.size() - 1).until();
    }

    /** True where the rule has times after the last one that the hub keeps. */
    public boolean goesOn() {
        return series != null && series.goesOn();
    }

    /**
     * True where one of the times holds at an instant. The door asks this, so the search halves the list at each step.
     */
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

    /** The first time that overlaps a time of the other booking; null where no time does. */
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

    /** The booking without a member; null where no member is left. */
    public @Nullable Booking without(String member) {
        if (!members.contains(member)) {
            return this;
        }
        Set<String> rest = new HashSet<>(members);
        rest.remove(member);
        return rest.isEmpty() ? null : new Booking(id, zone, resource, rest, from, until, series, times);
    }
}
