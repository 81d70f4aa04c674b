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
 * What answers have changed at the doors while nothing could be kept: of each person, door, credential and alarm the
 * newest state. States are kept as soon as the store is back; the event itself comes again with the swipe.
 */
final class OwedChanges {
    private final Doorkeeper doorkeeper;
    private final Map<Object, Change> owed = new LinkedHashMap<>();

    OwedChanges(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /** Owes the states among these changes, and gives back the others, which belong to the swipe. */
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

    /** These are kept now. What is owed of the same is older, and must not be written after them. */
    void kept(List<Change> changes) {
        if (!owed.isEmpty()) {
            changes.forEach(change -> owed.remove(SubjectOf.of(change)));
        }
    }

    boolean isEmpty() {
        return owed.isEmpty();
    }

    /** Everything that is owed and still so. Nothing is owed afterwards. */
    List<Change> settle() {
        List<Change> settled = owed.values().stream().filter(this::isStillSo).toList();
        owed.clear();
        return settled;
    }

    /** Nothing is to be kept any more of a person who was erased since. */
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

    /** Of what a change tells the state; null where it tells of an event. */
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
