package io.foyer.hub.domain.access;

import io.foyer.hub.domain.house.House;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has booked what, by id and by place. */
public final class Bookings {
    private final Map<String, Booking> byId = new HashMap<>();
    private final Map<Booking.Place, Map<String, Booking>> byPlace = new HashMap<>();

    void put(Booking booking) {
        remove(booking.id());
        byId.put(booking.id(), booking);
        byPlace.computeIfAbsent(booking.place(), place -> new LinkedHashMap<>()).put(booking.id(), booking);
    }

    void remove(String id) {
        Booking before = byId.remove(id);
        if (before != null) {
            Map<String, Booking> there = byPlace.getOrDefault(before.place(), Map.of());
            there.remove(id);
            if (there.isEmpty()) {
                byPlace.remove(before.place());
            }
        }
    }

    void erase(String member) {
        for (Booking booking : List.copyOf(byId.values())) {
            Booking rest = booking.without(member);
            if (rest == null) {
                remove(booking.id());
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

    /** Of one zone or piece of equipment. */
    public Collection<Booking> of(Booking.Place place) {
        return byPlace.getOrDefault(place, Map.of()).values();
    }

    /** Of all places that nobody can have together with this one. */
    public Stream<Booking> excludedBy(Booking.Place place, House house) {
        return byPlace.entrySet().stream()
                .filter(there -> there.getKey().excludes(place, house))
                .flatMap(there -> there.getValue().values().stream());
    }

    /** Those whose rule has more times than are kept, and of which none that is kept begins at {@code instant} or later. */
    public List<Booking> goingOnWithout(Instant instant) {
        return byId.values().stream()
                .filter(booking -> booking.goesOn()
                        && booking.times()
                                .get(booking.times().size() - 1)
                                .from()
                                .isBefore(instant))
                .toList();
    }

    /** True where anybody has booked a zone for an instant. */
    boolean isBooked(String zone, Instant at) {
        return of(new Booking.Place(zone, null)).stream().anyMatch(booking -> booking.holds(at));
    }

    /** True where a member has booked a zone for an instant. */
    public boolean isBooked(String zone, String member, Instant at) {
        return of(new Booking.Place(zone, null)).stream()
                .anyMatch(booking -> booking.members().contains(member) && booking.holds(at));
    }
}
