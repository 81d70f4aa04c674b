package io.foyer.hub.domain.access;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.domain.house.Zone.AntiPassback;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's way from one zone to another, against where people are; {@code person} is null where it is nobody's. */
record Way(Doorkeeper keeper, @Nullable String person, String from, String to, Instant at) {

    private House house() {
        return keeper.house();
    }

    private Presence presence() {
        return keeper.presence();
    }

    List<Zone> entered() {
        return house().entered(from, to);
    }

    private List<Zone> left() {
        return house().entered(to, from);
    }

    /** True where they come into an area in which they are by their swipes. */
    boolean isPassedBackInto(AntiPassback kind) {
        return person != null
                && entered().stream()
                        .anyMatch(zone -> zone.control().antiPassback() == kind
                                && presence().isIn(person, zone.id())
                                && !isForgiven(zone, person));
    }

    private boolean isForgiven(Zone zone, String whom) {
        return zone.control().forgiveAfter() != null
                && !at.isBefore(presence().of(whom).since().plus(zone.control().forgiveAfter()));
    }

    /** True where they leave an area in which they are not by their swipes. */
    boolean isPassedBackOutOf(AntiPassback kind) {
        return person != null
                && !presence().of(person).forgiven()
                && left().stream()
                        .anyMatch(zone -> zone.control().antiPassback() == kind
                                && !presence().isIn(person, zone.id()));
    }

    /** True where a zone that they come into has no place left. */
    boolean isFull(boolean exempt) {
        return !exempt
                && person != null
                && entered().stream()
                        .anyMatch(
                                zone -> zone.control().hardLimit() && presence().isFull(zone, person, at));
    }

    /** True where they come into their team's place and so many of the team are in it already. */
    boolean isFullOf(Set<String> team, List<String> home, int headCount) {
        return person != null
                && home.stream().anyMatch(zone -> house().isWithin(to, zone))
                && !presence().isInOrComing(person, home, at)
                && team.stream()
                                .filter(one -> !one.equals(person) && presence().isInOrComing(one, home, at))
                                .limit(headCount)
                                .count()
                        >= headCount;
    }
}
