package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bookings of a site by id, by place and time, and by member. */
public final class Bookings {
    private final Map<String, Booking> byId = new HashMap<>();
    private final Map<Booking.BookedPlace, BookingDiary> byPlace = new HashMap<>();
    private final Map<String, Set<String>> byMember = new HashMap<>();

    void put(Booking booking) {
        remove(booking.id());
        byId.put(booking.id(), booking);
        byPlace.computeIfAbsent(booking.place(), place -> new BookingDiary()).put(booking);
        booking.members().forEach(member -> byMember.computeIfAbsent(member, id -> new LinkedHashSet<>())
                .add(booking.id()));
    }

    void remove(String id) {
        Booking before = byId.remove(id);
        if (before != null) {
            byPlace.computeIfPresent(before.place(), (place, there) -> {
                there.remove(id);
                return there.isEmpty() ? null : there;
            });
            before.members()
                    .forEach(member -> byMember.computeIfPresent(member, (one, theirs) -> {
                        theirs.remove(id);
                        return theirs.isEmpty() ? null : theirs;
                    }));
        }
    }

    void erase(String member) {
        for (String id : List.copyOf(byMember.getOrDefault(member, Set.of()))) {
            Booking booking = byId.get(id);
            Booking rest = booking == null ? null : booking.without(member);
            if (rest == null) {
                remove(id);
            } else {
                put(rest);
            }
        }
    }

    void forgetEndedBefore(Instant instant) {
        byId.values().stream()
                .filter(booking -> booking.ends().isBefore(instant))
                .map(Booking::id)
                .toList()
                .forEach(this::remove);
    }

    public @Nullable Booking get(String id) {
        return byId.get(id);
    }

    /** The bookings of all places that nobody can have together with this one. */
    public Stream<Booking> excludedBy(Booking.BookedPlace place, SiteDefinition definition) {
        return byPlace.entrySet().stream()
                .filter(there -> there.getKey().excludes(place, definition))
                .flatMap(there -> there.getValue().all().stream());
    }

    /**
     * The bookings whose rule has more times than the hub keeps, and whose last kept time begins before
     * {@code instant}.
     */
    public List<Booking> goingOnWithout(Instant instant) {
        return byId.values().stream()
                .filter(booking -> booking.goesOn()
                        && booking.times()
                                .get(booking.times().size() - 1)
                                .from()
                                .isBefore(instant))
                .toList();
    }

    /**
     * True where a zone belongs to others at an instant: the zone is booked, and not by this member.
     *
     * @param mustBeBooked the answer for a zone that nobody has booked
     */
    boolean isForOthers(String zone, String member, Instant at, boolean mustBeBooked) {
        BookingDiary diary = byPlace.get(new Booking.BookedPlace(zone, null));
        List<Booking> holding = diary == null ? List.of() : diary.at(at);
        return holding.isEmpty()
                ? mustBeBooked
                : holding.stream().noneMatch(booking -> booking.members().contains(member));
    }
}
