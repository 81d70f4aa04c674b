package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.definition.Zone.AntiPassback;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of a person from one zone to another, checked against where people are. */
final class Route {
    private final Doorkeeper keeper;
    private final @Nullable String person;
    private final String to;
    /** The zones that the way enters, from the inside out. */
    private final List<Zone> entered;

    private final List<Zone> left;
    private final Instant at;
    /** The answer for this swipe, kept because every membership asks; null before the first question. */
    private @Nullable Boolean bookedForOthers;

    private Route(
            Doorkeeper keeper, @Nullable String person, String to, List<Zone> entered, List<Zone> left, Instant at) {
        this.keeper = keeper;
        this.person = person;
        this.to = to;
        this.entered = entered;
        this.left = left;
        this.at = at;
    }

    static Route of(Doorkeeper keeper, AccessRequest request, @Nullable String person) {
        Door door = request.door();
        String from = door == null ? Zone.OUTSIDE : door.source(request.direction());
        String to = door == null ? Zone.OUTSIDE : door.target(request.direction());
        SiteDefinition definition = keeper.definition();
        return new Route(keeper, person, to, definition.entered(from, to), definition.entered(to, from), request.at());
    }

    private SiteDefinition definition() {
        return keeper.definition();
    }

    private PeoplePresence presence() {
        return keeper.presence();
    }

    /** The person on the way; null where the hub knows nobody. */
    @Nullable String person() {
        return person;
    }

    /** True where others have booked an entered zone, or where an entered zone needs a booking and has none. */
    boolean isBookedForOthers() {
        if (bookedForOthers == null) {
            boolean booked = false;
            for (Zone zone : entered) {
                booked |= person != null && keeper.isBookedForOthers(zone, person, at);
            }
            bookedForOthers = booked;
        }
        return bookedForOthers;
    }

    /** True where the person enters an area in which the swipes already place the person. */
    boolean isPassedBackInto(AntiPassback kind) {
        if (person != null) {
            for (Zone zone : entered) {
                if (zone.control().antiPassback() == kind
                        && presence().isIn(person, zone.id())
                        && !isForgiven(zone, person)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isForgiven(Zone zone, String whom) {
        return zone.control().forgiveAfter() != null
                && !at.isBefore(presence().of(whom).since().plus(zone.control().forgiveAfter()));
    }

    /** True where the person leaves an area in which the swipes do not place the person. */
    boolean isPassedBackOutOf(AntiPassback kind) {
        if (person != null) {
            for (Zone zone : left) {
                if (zone.control().antiPassback() == kind
                        && !presence().isIn(person, zone.id())
                        && !presence().of(person).forgiven()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True where an entered zone has no place left. */
    boolean isFull(boolean exempt) {
        if (!exempt && person != null) {
            for (Zone zone : entered) {
                if (zone.control().hardLimit() && presence().isFull(zone, person, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True where the person enters the team's place and {@code headCount} others of the team are already in it. */
    boolean isFullOf(Set<String> team, List<String> home, int headCount) {
        return person != null
                && definition().isWithinAny(to, home)
                && !presence().isInOrComing(person, home, at)
                && team.stream()
                                .filter(one -> !one.equals(person) && presence().isInOrComing(one, home, at))
                                .limit(headCount)
                                .count()
                        >= headCount;
    }
}
