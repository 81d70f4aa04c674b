package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transitions on their way to the store: what each of their things will be. A transition that waited therefore does
 * not undo a later one, and the next transition of a thing starts from the newest state.
 */
public final class PendingState {
    private final Map<RecordKey<?>, PendingValue> newest = new HashMap<>();
    private @Nullable CredentialScreening screening;
    private @Nullable PendingImport pendingImport;

    /**
     * What one thing will be.
     *
     * @param number how many transitions of the thing have begun since none was pending
     * @param value null where somebody removes the thing
     * @param rollbacks one for each transition that is not settled, in the order of the transitions
     */
    private record PendingValue(int number, @Nullable Object value, Deque<Runnable> rollbacks) {}

    /** A transition begins. Returns its number, which {@link #end} and {@link #abandon} ask for. */
    public int begin(Transition<?> transition) {
        RecordKey<?> key = transition.key();
        PendingValue before = newest.get(key);
        int number = before != null ? before.number + 1 : pendingImport != null && pendingImport.mayHold(key) ? 2 : 1;
        Deque<Runnable> rollbacks = before != null ? before.rollbacks : new ArrayDeque<>();
        rollbacks.addLast(transition.rollback());
        newest.put(key, new PendingValue(number, transition.value(), rollbacks));
        if (screening != null) {
            screening.changed(key, transition.value());
        }
        if (pendingImport != null) {
            pendingImport.changed(key, transition.value());
        }
        return number;
    }

    /** A screening begins, and hears of each transition that begins meanwhile. */
    public void begin(CredentialScreening begun) {
        screening = begun;
    }

    public void endScreening() {
        screening = null;
    }

    /** An import begins with all that its file holds. One import runs at a time. */
    public void begin(PendingImport begun) {
        pendingImport = begun;
    }

    /** The import is in force, or has failed. */
    public void endImport() {
        pendingImport = null;
    }

    /** The transition of this number is durable. Returns true where no later one of the same thing is pending. */
    public boolean end(RecordKey<?> key, int number) {
        PendingValue last = newest.get(key);
        if (last != null) {
            last.rollbacks.pollFirst();
        }
        return last != null && last.number == number && newest.remove(key) != null;
    }

    /** The transition of this number has failed. Returns what brings memory back to the state of the store. */
    public Runnable abandon(RecordKey<?> key, int number) {
        PendingValue last = newest.get(key);
        Runnable rollback = last == null ? null : last.rollbacks.pollFirst();
        if (last == null || rollback == null) {
            return () -> {};
        }
        if (last.number == number) {
            newest.remove(key);
            return rollback;
        }
        // The next transition started from this one, so its own rollback leads back to this one and no further.
        last.rollbacks.pollFirst();
        last.rollbacks.addFirst(rollback);
        return () -> {};
    }

    /** True where no other pending transition changes the thing of this one. */
    public boolean isAlone(RecordKey<?> key, int number) {
        PendingValue last = newest.get(key);
        return number == 1 && last != null && last.number == 1;
    }

    /**
     * The state of a thing after all pending changes; {@code now} where there is none. Null where the thing will not
     * exist.
     */
    public <T> @Nullable T value(RecordKey<T> key, @Nullable T now) {
        Credential.CredentialKey credential = key.credential();
        Credential imported = pendingImport == null || credential == null ? null : pendingImport.credential(credential);
        if (imported != null) {
            return key.type().cast(imported);
        }
        PendingValue pending = newest.get(key);
        return pending == null ? now : pending.value == null ? null : key.type().cast(pending.value);
    }

    /** All pending values of a type, without the values of an import. */
    <T> Stream<T> all(Class<T> type) {
        return newest.values().stream()
                .map(PendingValue::value)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
