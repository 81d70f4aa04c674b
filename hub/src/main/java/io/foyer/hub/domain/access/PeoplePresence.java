package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The zone of each person by swipes, the people with an unused grant, and the places that both take in zones with a
 * hard limit.
 */
final class PeoplePresence {
    private final Map<String, Whereabouts> people = new HashMap<>();
    /** By zone with a hard limit. */
    private final Map<String, ZonePlaces> places = new HashMap<>();

    private final Map<String, Set<String>> grantedAt = new HashMap<>();
    /** By person: when the grant ends. */
    private final Deadlines<String> grants = new Deadlines<>();

    private SiteDefinition definition;

    PeoplePresence(SiteDefinition definition) {
        this.definition = definition;
    }

    void moveTo(SiteDefinition changed) {
        definition = changed;
        places.clear();
        people.values().forEach(this::takePlaces);
    }

    Collection<Whereabouts> all() {
        return people.values();
    }

    Whereabouts of(String person) {
        Whereabouts known = people.get(person);
        return known == null ? Whereabouts.unknown(person) : known;
    }

    /** True where a person counts as in the zone. */
    boolean isIn(String person, String zone) {
        Whereabouts known = people.get(person);
        return known != null && !known.forgiven() && definition.isWithin(known.zone(), zone);
    }

    void put(Whereabouts now) {
        remove(now.person());
        people.put(now.person(), now);
        takePlaces(now);
        UnusedGrant grant = now.grant();
        if (grant != null) {
            grantedAt.computeIfAbsent(grant.door(), door -> new HashSet<>()).add(now.person());
            grants.set(now.person(), grant.until().plusNanos(1));
        }
    }

    void remove(String person) {
        Whereabouts before = people.remove(person);
        if (before == null) {
            return;
        }
        definition.around(before.zone()).forEach(zone -> leave(zone, person));
        UnusedGrant grant = before.grant();
        if (grant != null) {
            definition.around(grant.target()).forEach(zone -> leave(zone, person));
            grantedAt.getOrDefault(grant.door(), Set.of()).remove(person);
        }
    }

    private void leave(Zone zone, String person) {
        ZonePlaces taken = places.get(zone.id());
        if (taken != null) {
            taken.leave(person);
        }
    }

    private void takePlaces(Whereabouts of) {
        UnusedGrant grant = of.grant();
        if (grant != null) {
            for (Zone zone : definition.around(grant.target())) {
                if (zone.control().hardLimit()) {
                    placesOf(zone).reserve(of.person(), grant.until());
                }
            }
        }
        if (!of.forgiven()) {
            for (Zone zone : definition.around(of.zone())) {
                if (zone.control().hardLimit()) {
                    placesOf(zone).enter(of.person());
                }
            }
        }
    }

    private ZonePlaces placesOf(Zone zone) {
        return places.computeIfAbsent(zone.id(), id -> new ZonePlaces());
    }

    /** True where others have every place of a zone with a hard limit. */
    boolean isFull(Zone zone, String person, Instant at) {
        ZonePlaces taken = places.get(zone.id());
        return taken != null && zone.capacity() != null && taken.areTaken(zone.capacity(), person, at);
    }

    /** The people with a grant at a door. */
    List<Whereabouts> grantedAt(String door) {
        return grantedAt.getOrDefault(door, Set.of()).stream().map(this::of).toList();
    }

    /** When the next grant may end; null where nobody has a grant. */
    @Nullable Instant due() {
        return grants.next();
    }

    /** The people whose grant has ended since the last call. */
    List<Whereabouts> lapsed(Instant now) {
        return grants.removeDue(now).stream()
                .map(this::of)
                .filter(of -> of.grant() != null && of.grant().until().isBefore(now))
                .toList();
    }

    /** True where a person is in one of these zones, or has a grant on the way there. */
    boolean isInOrComing(String person, Collection<String> zones, Instant at) {
        @Nullable Whereabouts known = people.get(person);
        if (known == null) {
            return false;
        }
        UnusedGrant grant = known.grant();
        return zones.stream()
                .anyMatch(zone -> (!known.forgiven() && definition.isWithin(known.zone(), zone))
                        || (grant != null && !grant.until().isBefore(at) && definition.isWithin(grant.target(), zone)));
    }
}
