package io.foyer.hub.domain.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state at the doors that passages and time change, and that outlives the hub.
 *
 * @param daysUsed by membership
 * @param release the emergency that holds every door open, or null
 */
public record AccessState(
        Set<Whereabouts> whereabouts,
        Map<String, Set<LocalDate>> daysUsed,
        Set<PinAttempts.WrongPins> attempts,
        Set<DoorActivity> doors,
        Set<DoorContact> contacts,
        @Nullable Release release) {
    public static final AccessState NONE = new AccessState(Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), null);

    public AccessState {
        whereabouts = Set.copyOf(whereabouts);
        daysUsed = Map.copyOf(daysUsed);
        attempts = Set.copyOf(attempts);
        doors = Set.copyOf(doors);
        contacts = Set.copyOf(contacts);
    }

    static AccessState of(Doorkeeper keeper) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        keeper.daysUsed().all().forEach((membership, used) -> days.put(membership, Set.copyOf(used)));
        return new AccessState(
                new HashSet<>(keeper.presence().all()),
                days,
                new HashSet<>(keeper.attempts().all()),
                new HashSet<>(keeper.doors().all()),
                new HashSet<>(keeper.doors().contacts().all()),
                keeper.release());
    }
}
