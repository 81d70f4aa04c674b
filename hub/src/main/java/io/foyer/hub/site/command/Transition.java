package io.foyer.hub.site.command;

import io.foyer.hub.domain.Change;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one thing of a site becomes another. A part that takes a right away binds at once. A part that gives a right
 * binds on commit. One transition may do both.
 *
 * @param key names the thing
 * @param value what the thing will be; null where somebody removes the thing, or where no other command asks for it
 * @param changes what is written
 * @param atOnce what is done in memory at once; null where the transition takes no right away
 * @param onCommit what is done in memory when the changes are durable
 * @param rollback brings memory back to the state before, where the transition was in force at once and the database
 *     refuses it
 */
public record Transition<T>(
        RecordKey<T> key,
        @Nullable T value,
        List<Change> changes,
        @Nullable Runnable atOnce,
        Runnable onCommit,
        Runnable rollback) {
    public Transition {
        changes = List.copyOf(changes);
    }

    /** Takes a right away: all of it binds at once. */
    static <T> Transition<T> restriction(
            RecordKey<T> key, @Nullable T value, List<Change> changes, Runnable inMemory, Runnable rollback) {
        return new Transition<>(key, value, changes, inMemory, () -> {}, rollback);
    }

    /** Gives a right: all of it binds on commit. */
    static <T> Transition<T> permission(
            RecordKey<T> key, @Nullable T value, List<Change> changes, Runnable inMemory, Runnable rollback) {
        return new Transition<>(key, value, changes, null, inMemory, rollback);
    }

    /** A restriction or else a permission. */
    static <T> Transition<T> of(
            boolean isRestriction,
            RecordKey<T> key,
            @Nullable T value,
            List<Change> changes,
            Runnable inMemory,
            Runnable rollback) {
        return isRestriction
                ? restriction(key, value, changes, inMemory, rollback)
                : permission(key, value, changes, inMemory, rollback);
    }

    /**
     * Replaces a thing, which may lose some rights and win others.
     *
     * @param before the thing in force, or null
     * @param both the rights that the thing in force and the new one have in common; null where nobody can tell
     * @param put brings a thing into memory
     * @param remove takes the thing out of memory
     */
    static <T> Transition<T> replacement(
            RecordKey<T> key,
            Change change,
            @Nullable T before,
            @Nullable T both,
            T after,
            Consumer<T> put,
            Runnable remove) {
        Runnable whole = () -> put.accept(after);
        Runnable rollback = before == null ? remove : () -> put.accept(before);
        if (both == null || after.equals(both) || both.equals(before)) {
            return of(after.equals(both), key, after, List.of(change), whole, rollback);
        }
        return new Transition<>(key, after, List.of(change), () -> put.accept(both), whole, rollback);
    }

    /** The rollback to a thing that was in force before; does nothing where none was. */
    static <T> Runnable backTo(@Nullable T before, Consumer<T> put) {
        return before == null ? () -> {} : () -> put.accept(before);
    }

    /** True where the transition takes a right away, and so is in force before it is durable. */
    public boolean isRestriction() {
        return atOnce != null;
    }
}
