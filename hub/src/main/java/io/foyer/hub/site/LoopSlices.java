package io.foyer.hub.site;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Works on many things, a few in each turn of the loop, so that the loop can answer doors between two turns.
 *
 * @param nextTurn runs work in a later turn, after the signals that have come by then
 */
record LoopSlices(Consumer<Runnable> nextTurn) {
    static final int A_TURN = 500;

    /** Starts at once. Succeeds with the last thing. Fails where the work fails, and then leaves the rest out. */
    <T> Future<Void> each(Iterator<T> things, Consumer<T> work) {
        Promise<Void> done = Promise.promise();
        slice(things, work, done);
        return done.future();
    }

    private <T> void slice(Iterator<T> things, Consumer<T> work, Promise<Void> done) {
        try {
            for (int i = 0; i < A_TURN && things.hasNext(); i++) {
                work.accept(things.next());
            }
        } catch (RuntimeException fault) {
            done.fail(fault);
            return;
        }
        if (things.hasNext()) {
            nextTurn.accept(() -> slice(things, work, done));
        } else {
            done.complete();
        }
    }
}
