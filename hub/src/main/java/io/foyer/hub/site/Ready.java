package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import org.jspecify.annotations.Nullable;

/**
 * An act, made ready.
 *
 * @param key of the thing that it changes
 * @param value what that thing will be, or null where it goes or nobody needs to know
 * @param action and {@code subject}: how the trail calls it
 * @param change what to write
 * @param inMemory what to do in memory
 * @param restricts whether it takes a right away: then it is in force at once
 */
record Ready(
        Object key,
        @Nullable Object value,
        String action,
        String subject,
        Change change,
        Runnable inMemory,
        boolean restricts) {}
