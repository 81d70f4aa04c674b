package io.foyer.hub.site;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Goes through many things, a few in each turn of the loop: between two turns the loop answers doors.
 *
 * @param nextTurn runs something in a later turn, after what has come from outside by then
 */
record LoopSlices(Consumer<Runnable> nextTurn) {
    static final int A_TURN = 500;

    /** Begins at once; succeeds in the turn of the last one. Fails where the work does, and leaves out the rest. */
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
