package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act, made ready.
 *
 * @param key of the thing that it changes
 * @param value what that thing will be, or null where it goes or nobody needs to know
 * @param action how the trail calls it, and {@code subject} and {@code detail}
 * @param changes what to write
 * @param inMemory what to do in memory
 * @param restricts whether it takes a right away: then it is in force at once
 */
record Ready(
        Object key,
        @Nullable Object value,
        String action,
        String subject,
        String detail,
        List<Change> changes,
        Runnable inMemory,
        boolean restricts) {

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
}
