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
 * Who is where by their swipes, who holds a grant that they have not used yet, and how many places of each hard-limited
 * zone that takes.
 */
final class PeoplePresence {
    private final Map<String, Whereabouts> people = new HashMap<>();
    /** By hard-limited zone. */
    private final Map<String, ZonePlaces> places = new HashMap<>();

    private final Map<String, Set<String>> grantedAt = new HashMap<>();
    /** By person: when the grant lapses. */
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

    /** True where somebody counts as being in a zone. */
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

    /** True where every place of a hard-limited zone belongs to others. */
    boolean isFull(Zone zone, String person, Instant at) {
        ZonePlaces taken = places.get(zone.id());
        return taken != null && zone.capacity() != null && taken.areTaken(zone.capacity(), person, at);
    }

    /** Those who hold a grant at a door. */
    List<Whereabouts> grantedAt(String door) {
        return grantedAt.getOrDefault(door, Set.of()).stream().map(this::of).toList();
    }

    /** When the next grant may lapse; null where nobody holds one. */
    @Nullable Instant due() {
        return grants.next();
    }

    /** Those whose grant has lapsed since this was last asked. */
    List<Whereabouts> lapsed(Instant now) {
        return grants.removeDue(now).stream()
                .map(this::of)
                .filter(of -> of.grant() != null && of.grant().until().isBefore(now))
                .toList();
    }

    /** True where somebody is in one of these zones, or on the way there. */
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
