package io.foyer.hub.web.api;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Does the work of a key once at a time. Who asks meanwhile waits, and shares the work that begins after it: so nobody is
 * answered by what was read before the question, and however many ask, two works of a key are enough. All threads may ask.
 */
final class SharedWork<T> {
    private final Map<String, Future<T>> running = new HashMap<>();
    private final Map<String, Future<T>> waiting = new HashMap<>();

    synchronized Future<T> of(String key, Supplier<Future<T>> work) {
        Future<T> before = running.get(key);
        if (before == null) {
            return begin(key, work);
        }
        Future<T> next = waiting.get(key);
        if (next == null) {
            next = before.transform(done -> next(key, work));
            waiting.put(key, next);
        }
        return next;
    }

    private synchronized Future<T> next(String key, Supplier<Future<T>> work) {
        waiting.remove(key);
        return begin(key, work);
    }

    private Future<T> begin(String key, Supplier<Future<T>> work) {
        Future<T> begun = work.get();
        running.put(key, begun);
        begun.onComplete(done -> end(key, begun));
        return begun;
    }

    private synchronized void end(String key, Future<T> ended) {
        running.remove(key, ended);
    }
}
