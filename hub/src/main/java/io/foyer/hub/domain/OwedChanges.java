package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of each person, door, credential and alarm that answers changed while the hub could keep nothing.
 * The hub keeps these states as soon as the store is back. The event of a swipe comes again when the device sends the
 * swipe again.
 */
final class OwedChanges {
    private final Doorkeeper doorkeeper;
    private final Map<Object, Change> owed = new LinkedHashMap<>();

    OwedChanges(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /** Remembers the states among these changes. Returns the other changes, which belong to the swipe. */
    List<Change> owe(List<Change> changes) {
        List<Change> withTheSwipe = new ArrayList<>();
        for (Change change : changes) {
            Object subject = SubjectOf.of(change);
            if (subject == null) {
                withTheSwipe.add(change);
            } else {
                owed.put(subject, change);
            }
        }
        return withTheSwipe;
    }

    /** Drops the owed states that these changes replace: the store must not write an older state after a newer one. */
    void kept(List<Change> changes) {
        if (!owed.isEmpty()) {
            changes.forEach(change -> owed.remove(SubjectOf.of(change)));
        }
    }

    boolean isEmpty() {
        return owed.isEmpty();
    }

    /** Returns all owed states that are still true, and empties the memory. */
    List<Change> settle() {
        List<Change> settled = owed.values().stream().filter(this::isStillSo).toList();
        owed.clear();
        return settled;
    }

    /** False for a person whom somebody has erased since: the store keeps nothing of that person. */
    private boolean isStillSo(Change change) {
        ValidityCheck check = new ValidityCheck();
        change.accept(check);
        return check.stillSo;
    }

    private final class ValidityCheck extends ChangeAdapter {
        private boolean stillSo = true;

        @Override
        public void whereabouts(Whereabouts whereabouts) {
            stillSo = doorkeeper.whereabouts(whereabouts.person()).equals(whereabouts);
        }

        @Override
        public void dayUsed(String membership, LocalDate day) {
            stillSo = doorkeeper.wasUsed(membership, day);
        }
    }

    /** Finds the subject whose state a change holds; null where the change is an event. */
    private static final class SubjectOf extends ChangeAdapter {
        private @Nullable Object subject;

        static @Nullable Object of(Change change) {
            SubjectOf found = new SubjectOf();
            change.accept(found);
            return found.subject;
        }

        @Override
        public void whereabouts(Whereabouts whereabouts) {
            subject = List.of("person", whereabouts.person());
        }

        @Override
        public void whereaboutsGone(String person) {
            subject = List.of("person", person);
        }

        @Override
        public void dayUsed(String membership, LocalDate day) {
            subject = List.of("day", membership, day);
        }

        @Override
        public void attempts(PinAttempts.WrongPins count) {
            subject = List.of("attempts", count.subject());
        }

        @Override
        public void doorActivity(DoorActivity activity) {
            subject = List.of("door", activity.door());
        }

        @Override
        public void alarm(Alarm alarm) {
            subject = List.of("alarm", alarm.id());
        }
    }
}
