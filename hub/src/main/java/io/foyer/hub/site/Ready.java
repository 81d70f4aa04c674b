package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An act, made ready. What it takes away binds at once, what it gives when it is durable; one act may do both.
 *
 * @param key of the thing that it changes
 * @param value what that thing will be, or null where it goes or nobody needs to know
 * @param action how the trail calls it, and {@code subject} and {@code detail}
 * @param changes what to write
 * @param atOnce what to do in memory at once, or null where it takes no right away
 * @param onCommit what to do in memory when it is durable
 * @param undo what to do in memory where it was in force at once and the database refuses it: all is as before
 */
record Ready(
        Object key,
        @Nullable Object value,
        String action,
        String subject,
        String detail,
        List<Change> changes,
        @Nullable Runnable atOnce,
        Runnable onCommit,
        Runnable undo) {

    /** All at once where it takes a right away, or else all on its commit. */
    Ready(
            Object key,
            @Nullable Object value,
            String action,
            String subject,
            String detail,
            List<Change> changes,
            Runnable inMemory,
            boolean restricts) {
        this(
                key,
                value,
                action,
                subject,
                detail,
                changes,
                restricts ? inMemory : null,
                restricts ? () -> {} : inMemory,
                () -> {});
    }

    /** The same with a way back. */
    Ready undoneBy(Runnable way) {
        return new Ready(key, value, action, subject, detail, changes, atOnce, onCommit, way);
    }

    /** With one change, and nothing more to say. */
    Ready(
            Object key,
            @Nullable Object value,
            String action,
            String subject,
            Change change,
            Runnable inMemory,
            boolean restricts) {
        this(key, value, action, subject, "", List.of(change), inMemory, restricts);
    }

    /**
     * A thing becomes another.
     *
     * @param before the one in force, or null
     * @param both what that one and the one to come both allow; null where there is no telling
     * @param put brings one into memory
     * @param remove takes it out again
     */
    static <T> Ready replacing(
            Object key,
            String action,
            String subject,
            Change change,
            @Nullable T before,
            @Nullable T both,
            T after,
            Consumer<T> put,
            Runnable remove) {
        Runnable whole = () -> put.accept(after);
        Runnable undo = before == null ? remove : () -> put.accept(before);
        if (both == null || after.equals(both) || both.equals(before)) {
            return new Ready(key, after, action, subject, change, whole, after.equals(both)).undoneBy(undo);
        }
        return new Ready(key, after, action, subject, "", List.of(change), () -> put.accept(both), whole, undo);
    }

    boolean restricts() {
        return atOnce != null;
    }
}
